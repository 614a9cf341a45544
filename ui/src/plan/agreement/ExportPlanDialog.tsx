/** Takes a plan out as a document: which year, what was signed or the draft, and in which form. */
import { Button, Modal, Radio, Select, Stack } from '@mantine/core';
import { useMatch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanRow } from '../../api';
import type { PlanFormat } from '../../platform';
import { currentPlan, usePlans } from '../../shared/plans';
import type { DialogProps } from '../../shared/room';
import { exportPlan, planForms } from './exportPlan';

export function ExportPlanDialog({ opened, onClose }: DialogProps) {
  const plans = usePlans();
  // The year that is on screen is offered first.
  const onScreen = useMatch({ from: '/plan/$year', shouldThrow: false })?.params.year;
  const first = plans.find((plan) => String(plan.year) === onScreen) ?? currentPlan(plans);
  return (
    <Modal opened={opened} onClose={onClose} title="Export plan" size="md">
      {first && <ExportForm plans={plans} first={first} onDone={onClose} />}
    </Modal>
  );
}

function ExportForm(props: { plans: readonly PlanRow[]; first: PlanRow; onDone: () => void }) {
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
