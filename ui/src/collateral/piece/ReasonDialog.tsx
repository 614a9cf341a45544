/** Asks for a reason before something is done, and keeps what was typed where it cannot be. */
import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asCallError, inWords } from '../../api';
import { useDraft, useOnTop } from '../../shared';

interface ReasonDialogProps {
  /** What is done: "Send back". */
  title: string;
  /** What is asked. */
  label: string;
  description?: string;
  opened: boolean;
  onClose: () => void;
  /** Does it; what it refuses is shown at the reason. */
  act: (because: string) => Promise<unknown>;
}

export function ReasonDialog({ title, label, description, opened, onClose, act }: ReasonDialogProps) {
  const [because, setBecause] = useState('');
  const [error, setError] = useState<string | null>(null);
  const onTop = useOnTop(onClose);
  useDraft(title, opened && because.trim() !== '', () => setBecause(''));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await act(because);
      setBecause('');
      setError(null);
      onClose();
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <Modal {...onTop} opened={opened} title={title}>
      <form onSubmit={submit}>
        <Textarea
          label={label}
          description={description}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
          error={error}
          autosize
          minRows={2}
          data-autofocus
        />
        <Button type="submit" variant="filled" mt="md" disabled={because.trim() === ''}>
          {title}
        </Button>
      </form>
    </Modal>
  );
}
