/** Tells what was taken in and what was left out, with the way back. */
import { type Taken, tell, tellUndo } from '../../api';

/** `what` was taken: a line of a table, or a number. */
export function tellTaken(taken: Taken, from: string, undo: () => void, what: 'line' | 'number' = 'line') {
  const notes = taken.notes.join(' ');
  if (taken.count === 0) tell(`Nothing new in ${from}.`, notes);
  else
    tellUndo(
      `${taken.count} ${taken.count === 1 ? what : `${what}s`} taken from ${from}. ${notes}`.trim(),
      undo,
    );
}
