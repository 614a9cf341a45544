/** The menu that takes something along as a document: in which form, and then the shell asks where to. */
import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';

interface ExportMenuProps<Form extends string> {
  /** What goes out, for those who only hear the button. */
  what: string;
  forms: readonly { value: Form; label: string }[];
  save: (form: Form) => Promise<unknown>;
}

export function ExportMenu<Form extends string>({ what, forms, save }: ExportMenuProps<Form>) {
  const [busy, setBusy] = useState(false);
  const go = async (form: Form) => {
    setBusy(true);
    await save(form);
    setBusy(false);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" loading={busy} leftSection={<IconFileExport size={16} aria-hidden />}>
          Export
          <span className="visually-hidden">: {what}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {forms.map(({ value, label }) => (
          <Menu.Item key={value} onClick={() => void go(value)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
