/** Takes the plan along: as PDF, as a workbook, as CSV, as JSON. The shell asks where to, and writes it. */
import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanView } from '../../api';
import { exportPlan, planForms } from '../../home/ExportPlan';
import type { PlanFormat } from '../../platform';

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
          Export<span className="visually-hidden">: {what}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {planForms.map(({ value, label }) => (
          <Menu.Item key={value} onClick={() => void save(value)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
