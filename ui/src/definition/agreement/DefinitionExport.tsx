/** The menu that takes a version of the definition along. */
import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { DefinitionFormat } from '../../platform';
import { definitionForms, exportDefinition } from './exportDefinition';

export function DefinitionExport({ version }: { version: number | null }) {
  const [busy, setBusy] = useState(false);
  const save = async (format: DefinitionFormat) => {
    setBusy(true);
    await exportDefinition(version, format);
    setBusy(false);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" loading={busy} leftSection={<IconFileExport size={16} aria-hidden />}>
          Export
          <span className="visually-hidden">: {version === null ? 'the draft' : `version ${version}`}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {definitionForms.map(({ value, label }) => (
          <Menu.Item key={value} onClick={() => void save(value)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
