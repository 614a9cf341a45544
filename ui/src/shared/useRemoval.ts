/** Removing something: it goes at once, and the way back stands in a message for a while. */
import { useCallback } from 'react';
import { type ActionName, type Input, useAct } from '../api';
import { useUndoOffer } from './useUndoOffer';

/** Returns how to remove with the command `name`; `what` names what went, for the message. */
export function useRemoval<K extends ActionName>(name: K) {
  const { runStep } = useAct(name);
  const offerUndo = useUndoOffer();
  return useCallback(
    async (input: Input<K>, what: string) => {
      const done = await runStep(input);
      if (done) offerUndo(`Removed “${what}”.`, done.step);
    },
    [runStep, offerUndo],
  );
}
