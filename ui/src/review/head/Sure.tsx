/** A question before something that cannot be taken back, or that leads less far than it looks. */
import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface SureProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  /** What the button that goes on says. */
  goOn: string;
  onGoOn: () => void;
  children: ReactNode;
}

export function Sure({ title, opened, onClose, goOn, onGoOn, children }: SureProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <p>{children}</p>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          Not yet
        </Button>
        <Button
          variant="filled"
          onClick={() => {
            onClose();
            onGoOn();
          }}
        >
          {goOn}
        </Button>
      </Group>
    </Modal>
  );
}
