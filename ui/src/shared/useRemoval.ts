/** Removing something: it goes at once, and the way back stands in a message for a while. */
import { useCallback } from 'react';
import { type ActionName, type Input, tellUndo, useAct } from '../api';

/** Returns how to remove with the command `name`; `what` names what went, for the message. */
export function useRemoval<K extends ActionName>(name: K) {
  const remove = useAct(name);
  const undo = useAct('undo');
  return useCallback(
    async (input: Input<K>, what: string) => {
      const done = await remove.run(input);
      // A removal answers with nothing, so only undefined says that it failed.
      if (done !== undefined) tellUndo(`Removed “${what}”.`, () => void undo.run({}));
    },
    [remove.run, undo.run],
  );
}
