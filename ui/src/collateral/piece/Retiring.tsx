/** A piece leaves what is used: retired with a reason, brought back, or removed while nobody put it forward. */
import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asCallError, inWords, type PieceLine, useAct } from '../../api';
import { useRemoval } from '../../shared';
import classes from './Piece.module.css';

export function Retiring({ line, onRemoved }: { line: PieceLine; onRemoved: () => void }) {
  const bringBack = useAct('bring_back_piece');
  const remove = useRemoval('remove_piece');
  const [retiring, setRetiring] = useState(false);
  const { piece, state } = line;
  if (state === 'retired') {
    return (
      <div className={classes.actions}>
        <Button variant="default" onClick={() => void bringBack.run({ id: piece.id })}>
          Bring it back
        </Button>
      </div>
    );
  }
  if (state === 'in_review') return null;
  const take = async () => {
    await remove({ id: piece.id }, piece.title || 'a piece');
    onRemoved();
  };
  return (
    <div className={classes.actions}>
      <Button variant="subtle" onClick={() => setRetiring(true)}>
        Retire…
      </Button>
      {state === 'draft' && !line.had_approval && (
        <Button variant="subtle" onClick={() => void take()}>
          Remove
        </Button>
      )}
      <Retire line={line} opened={retiring} onClose={() => setRetiring(false)} />
    </div>
  );
}

function Retire({ line, opened, onClose }: { line: PieceLine; opened: boolean; onClose: () => void }) {
  const retire = useAct('retire_piece');
  const [because, setBecause] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await retire.attempt({ id: line.piece.id, because });
      onClose();
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Retire">
      <form onSubmit={submit}>
        <Textarea
          label="Why?"
          description="It stays in the library for whoever asks for retired pieces."
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
          error={error}
          autosize
          minRows={2}
          data-autofocus
        />
        <Button type="submit" mt="md" disabled={because.trim() === ''}>
          Retire
        </Button>
      </form>
    </Modal>
  );
}
