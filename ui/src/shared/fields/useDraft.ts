/**
 * What is typed in a dialog or a form of its own and is kept with a button. It announces itself as fields do, so that whoever
 * leaves the screen or closes the dialog (`leaveAnd(close)`) is asked first, and nothing typed is lost in silence.
 */
import { useEffect, useRef } from 'react';
import { announceField } from '../../api';

/** Announces a draft while something is typed in it; `forget` empties it. */
export function useDraft(name: string, isTyped: boolean, forget: () => void = () => {}) {
  const now = useRef({ name, isTyped, forget });
  now.current = { name, isTyped, forget };
  useEffect(
    () =>
      announceField({
        name: () => now.current.name,
        isUnsaved: () => now.current.isTyped,
        isSaving: () => false,
        isWrong: () => false,
        save: async () => {},
        forget: () => now.current.forget(),
      }),
    [],
  );
}
