/**
 * Undo and redo: first the typing in the field, then the workspace's own steps, by name. Each goes to the core with the
 * step that was shown when it was asked for: when another one is the last by then, nothing is undone, and the core says why.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { tell, type UndoState, useAct, useAsk } from '../api';
import { redoTyping, undoTyping } from '../shared/fields/typingUndo';

const said = { undo: 'Undone', redo: 'Done again' } as const;

export function useUndo() {
  const shown = useAsk('what_can_be_undone', {}).data;
  const cache = useQueryClient();
  const { run: undo } = useAct('undo');
  const { run: redo } = useAct('redo');
  const latest = useRef(shown);
  latest.current = shown;
  /** What comes of the steps that are under way: whoever presses twice means the next one, too. */
  const turning = useRef<Promise<UndoState | undefined> | null>(null);

  const turn = useCallback(
    (verb: 'undo' | 'redo'): Promise<unknown> => {
      const before = turning.current ?? Promise.resolve(latest.current);
      const mine = before.then(async (state) => {
        // Nothing is known yet, or the step before said why it stopped.
        if (!state) return undefined;
        const step = state[verb];
        if (!step) {
          tell(`There is nothing to ${verb}.`);
          return undefined;
        }
        const next = await (verb === 'undo' ? undo : redo)({ entry: step.entry });
        if (!next) return undefined;
        tell(`${said[verb]}: ${step.summary}`);
        cache.setQueryData(['what_can_be_undone', {}], next);
        return next;
      });
      turning.current = mine;
      return mine.finally(() => {
        if (turning.current === mine) turning.current = null;
      });
    },
    [undo, redo, cache],
  );
  const undoStep = useCallback(() => turn('undo'), [turn]);
  const redoStep = useCallback(() => turn('redo'), [turn]);

  return {
    canUndo: shown?.undo?.summary ?? null,
    canRedo: shown?.redo?.summary ?? null,
    undoStep,
    redoStep,
    /** For the keys, the menu and the buttons that leave the keyboard where it is: typing goes first. */
    undoAny: useCallback(() => void (undoTyping() || undoStep()), [undoStep]),
    redoAny: useCallback(() => void (redoTyping() || redoStep()), [redoStep]),
  };
}
