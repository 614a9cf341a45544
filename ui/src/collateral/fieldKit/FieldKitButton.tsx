/** Writes the field kit, and takes back what its readers say. */
import { Button, Menu } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import { type SlipFile, tell } from '../../api';
import { haveShell } from '../../shared/shell';
import { ReturnSlips } from './ReturnSlips';
import { kitInWords } from './words';

/** Writes the kit where somebody chooses, and says what became of it. */
async function exportFieldKit() {
  const written = await haveShell('export_field_kit', {});
  if (!written) return;
  const { label, token, kit } = written;
  tell(`Field kit in “${label}”`, kitInWords(kit), {
    name: 'Open',
    run: () => void haveShell('open_exported', { token }),
  });
}

export function FieldKitButton() {
  const [slips, setSlips] = useState<SlipFile[]>([]);
  const choose = async () => {
    const chosen = await haveShell('choose_return_slips', {});
    if (chosen && chosen.length > 0) setSlips(chosen);
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconPackageExport size={18} aria-hidden />}>
            Field kit
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void exportFieldKit()}>Write or refresh a field kit…</Menu.Item>
          <Menu.Item onClick={() => void choose()}>Import return slips…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {slips.length > 0 && <ReturnSlips slips={slips} onClose={() => setSlips([])} />}
    </>
  );
}
