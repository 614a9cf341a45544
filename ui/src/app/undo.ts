/** Undo and redo: first the typing in the field, then the workspace's own steps, by name. */
import { useCallback } from 'react';
import { saveAllFields, tell, useAct, useAsk } from '../api';
import { redoTyping, undoTyping } from '../shared/fields/typingUndo';

export function useUndo() {
  const names = useAsk('what_can_be_undone', {});
  const undo = useAct('undo');
  const redo = useAct('redo');
  const { undo: canUndo, redo: canRedo } = names.data ?? { undo: null, redo: null };

  /** Takes back the last step of the workspace. */
  const undoStep = useCallback(async () => {
    await saveAllFields();
    if ((await undo.run({})) && canUndo) tell(`Undone: ${canUndo}`);
  }, [undo.run, canUndo]);
  const redoStep = useCallback(async () => {
    await saveAllFields();
    if ((await redo.run({})) && canRedo) tell(`Done again: ${canRedo}`);
  }, [redo.run, canRedo]);

  return {
    canUndo,
    canRedo,
    undoStep,
    redoStep,
    /** For the keys and the menu: typing goes first. */
    undoAny: useCallback(() => void (undoTyping() || undoStep()), [undoStep]),
    redoAny: useCallback(() => void (redoTyping() || redoStep()), [redoStep]),
  };
}
