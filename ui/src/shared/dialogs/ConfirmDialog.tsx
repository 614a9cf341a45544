/** A question before something that cannot be taken back, or that leads less far than it looks. Going back has the keyboard. */
import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface ConfirmDialogProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  /** What the button that goes back says. */
  cancel?: string;
  /** What the button that goes on says. */
  confirm: string;
  onConfirm: () => void;
  children: ReactNode;
}

export function ConfirmDialog({
  title,
  opened,
  onClose,
  cancel = 'Not yet',
  confirm,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <p>{children}</p>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose} data-autofocus>
          {cancel}
        </Button>
        <Button
          variant="filled"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
