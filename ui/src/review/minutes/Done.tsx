/** A tick that is saved at once: done, or settled. */
import { Checkbox } from '@mantine/core';
import { useChoiceSave } from '../../shared';

interface DoneProps {
  label: string;
  done: boolean;
  save: (done: boolean) => Promise<unknown>;
  locked: boolean;
}

export function Done({ label, done, save, locked }: DoneProps) {
  const { shown, choose, error } = useChoiceSave(done, save);
  return (
    <Checkbox
      aria-label={label}
      checked={shown}
      onChange={(event) => void choose(event.currentTarget.checked)}
      disabled={locked}
      error={error}
    />
  );
}
