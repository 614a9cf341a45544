/** Takes the plan along: as PDF, as a workbook, as CSV, as JSON. The shell asks where to, and writes it. */
import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanView } from '../../api';
import { exportPlan } from '../../home/ExportPlan';
import type { PlanFormat } from '../../platform';

const formats: readonly { format: PlanFormat; label: string }[] = [
  { format: 'pdf', label: 'PDF document' },
  { format: 'xlsx', label: 'Excel workbook' },
  { format: 'csv', label: 'CSV, goals by month' },
  { format: 'json', label: 'JSON, the whole plan' },
];

interface ExportMenuProps {
  view: PlanView;
  /** The version to save; null for the draft. The one on the page unless told. */
  version?: number | null;
}

export function ExportMenu({ view, version = view.version }: ExportMenuProps) {
  const [busy, setBusy] = useState(false);
  const save = async (format: PlanFormat) => {
    setBusy(true);
    await exportPlan(view.plan.id, version, format);
    setBusy(false);
  };
  const what = version === null ? 'the draft' : `version ${version}`;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" loading={busy} leftSection={<IconFileExport size={16} aria-hidden />}>
          Save as<span className="visually-hidden"> a file: {what}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
