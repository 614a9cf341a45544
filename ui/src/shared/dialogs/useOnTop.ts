/** Escape reaches every drawer and dialog that lies open: it is for the one on top, and for none below. */
import { useId } from 'react';
import { leaveAnd } from '../../api';

/**
 * Returns how a `Drawer` or a `Modal` closes: by Escape only while it lies on top, and never over what is typed and not saved.
 * Spread it: `<Drawer {...useOnTop(close)} opened={…}>`.
 */
export function useOnTop(close: () => void): { id: string; onClose: () => void } {
  const id = useId();
  return {
    id,
    onClose: () => {
      if (isOnTop(id)) leaveAnd(close);
    },
  };
}

function isOnTop(id: string): boolean {
  const { event } = window;
  const own = document.getElementById(id);
  // Only what lies on top can be clicked.
  if (!own || !(event instanceof KeyboardEvent)) return true;
  // A calendar that lies open closes first.
  if (document.querySelector('[role="dialog"]:not([aria-modal])')) return false;
  // The key was pressed in what lies on top, even if the same key has closed it by now.
  const pressedIn = event.target instanceof Element ? event.target.closest('[aria-modal]') : null;
  const top = pressedIn ?? [...document.querySelectorAll('[aria-modal]')].at(-1);
  return top === undefined || top === own.querySelector('[aria-modal]');
}
