/** The way back in a message: it takes back the step that the message is about, and no other. */
import { useCallback } from 'react';
import { tellUndo, type UndoStep, useAct } from '../api';

/** Returns how to tell of something that was done, with the offer to take it back. */
export function useUndoOffer() {
  const { run } = useAct('undo');
  return useCallback(
    (what: string, step: UndoStep | null) => tellUndo(what, step && (() => void run({ entry: step.entry }))),
    [run],
  );
}
