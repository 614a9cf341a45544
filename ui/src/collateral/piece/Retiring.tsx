/** A piece leaves what is used: retired with a reason, brought back, or removed while nobody put it forward. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type PieceLine, useAct } from '../../api';
import { useRemoval } from '../../shared';
import classes from './Piece.module.css';
import { ReasonDialog } from './ReasonDialog';

export function Retiring({ line, onRemoved }: { line: PieceLine; onRemoved: () => void }) {
  const bringBack = useAct('bring_back_piece');
  const retire = useAct('retire_piece');
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
      <ReasonDialog
        title="Retire"
        label="Why?"
        description="It stays in the library for whoever asks for retired pieces."
        opened={retiring}
        onClose={() => setRetiring(false)}
        act={(because) => retire.attempt({ id: piece.id, because })}
      />
    </div>
  );
}
