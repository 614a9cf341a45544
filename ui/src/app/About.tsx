/** What this program is, and which version. */
import { Modal } from '@mantine/core';
import { Seal } from '../shared';

export function About({
  opened,
  onClose,
  version,
}: {
  opened: boolean;
  onClose: () => void;
  version: string;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title="About Lockstep" size="sm">
      <Seal sales marketing state="in_force" size={72} />
      <p>
        Lockstep {version}. One annual plan that sales and marketing both signed. Everything stays in one file
        on this computer; the program opens no connection to anywhere. Free software under the MIT licence.
      </p>
    </Modal>
  );
}
