/** Tells what was taken in and what was left out, with the way back. */
import { useCallback } from 'react';
import { type Taken, tell, type UndoStep } from '../../api';
import { useUndoOffer } from '../../shared';

/** Returns how to tell it; `what` was taken: a line of a table, or a number. */
export function useTellTaken() {
  const offerUndo = useUndoOffer();
  return useCallback(
    (
      { outcome, step }: { outcome: Taken; step: UndoStep | null },
      from: string,
      what: 'line' | 'number' = 'line',
    ) => {
      const notes = outcome.notes.join(' ');
      if (outcome.count === 0) tell(`Nothing new in ${from}.`, notes);
      else {
        const many = outcome.count === 1 ? what : `${what}s`;
        offerUndo(`${outcome.count} ${many} taken from ${from}. ${notes}`.trim(), step);
      }
    },
    [offerUndo],
  );
}
