/** Takes a plan out as a document: which year, what was signed or the draft, and in which form. */
import { Button, Modal, Radio, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { PlanFormat } from '../platform';
import { haveShell, tellExported } from '../shared/shell';
import { currentPlan, type PlanEntry, usePlans } from './plans';

interface ExportPlanProps {
  opened: boolean;
  onClose: () => void;
  /** The year that is on screen, offered first. */
  year: number | null;
}

export function ExportPlan({ opened, onClose, year }: ExportPlanProps) {
  const plans = usePlans();
  const first = plans.find((plan) => plan.year === year) ?? currentPlan(plans);
  return (
    <Modal opened={opened} onClose={onClose} title="Export plan" size="md">
      {first && <ExportForm plans={plans} first={first} onDone={onClose} />}
    </Modal>
  );
}

/** The forms in which a plan goes out, wherever that is offered. */
export const planForms: readonly { value: PlanFormat; label: string; description: string }[] = [
  {
    value: 'pdf',
    label: 'PDF document',
    description: 'The whole plan to print or send, with its seal and signatures.',
  },
  { value: 'xlsx', label: 'Workbook (XLSX)', description: 'The goals by month, for a spreadsheet.' },
  { value: 'csv', label: 'Table (CSV)', description: 'The same table as plain text.' },
  { value: 'json', label: 'JSON', description: 'Everything, for programs.' },
];

/** Exports, and says so with the way to open it. */
export async function exportPlan(plan: string, version: number | null, format: PlanFormat): Promise<boolean> {
  const done = await haveShell('export_plan', { plan, version, format });
  if (!done) return false;
  tellExported(done);
  return true;
}

function ExportForm(props: { plans: readonly PlanEntry[]; first: PlanEntry; onDone: () => void }) {
  const [id, setId] = useState(props.first.id);
  const [what, setWhat] = useState<'in_force' | 'draft'>('in_force');
  const [form, setForm] = useState<PlanFormat>('pdf');
  const [busy, setBusy] = useState(false);
  const plan = props.plans.find((known) => known.id === id) ?? props.first;
  const inForce = plan.in_force?.version ?? null;
  const go = async () => {
    setBusy(true);
    const done = await exportPlan(plan.id, what === 'in_force' ? inForce : null, form);
    setBusy(false);
    if (done) props.onDone();
  };
  return (
    <Stack gap="lg">
      <Select
        label="Plan"
        data={props.plans.map((known) => ({ value: known.id, label: known.label }))}
        value={id}
        onChange={(next) => next && setId(next)}
      />
      <Radio.Group
        label="What"
        value={inForce === null ? 'draft' : what}
        onChange={(next) => setWhat(next === 'draft' ? 'draft' : 'in_force')}
      >
        <Stack gap={6} mt={6}>
          <Radio
            value="in_force"
            disabled={inForce === null}
            label={inForce === null ? 'What is in force: nothing yet' : `Version ${inForce}, in force`}
          />
          <Radio value="draft" label="The draft as it stands" />
        </Stack>
      </Radio.Group>
      <Radio.Group label="As" value={form} onChange={(next) => setForm(next as PlanFormat)}>
        <Stack gap={6} mt={6}>
          {planForms.map((known) => (
            <Radio
              key={known.value}
              value={known.value}
              label={known.label}
              description={known.description}
            />
          ))}
        </Stack>
      </Radio.Group>
      <div>
        <Button variant="filled" loading={busy} onClick={() => void go()}>
          Choose where to put it…
        </Button>
      </div>
    </Stack>
  );
}
