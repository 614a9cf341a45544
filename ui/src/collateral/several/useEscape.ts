/** Escape lets go of what is chosen, unless it means something nearer: a dialog, a list that lies open, a field with text. */
import { useEffect, useRef } from 'react';

const nearer = '[role="dialog"], [role="menu"], [data-mantine-stop-propagation="true"]';

function isFilled(at: Element): boolean {
  if (at instanceof HTMLTextAreaElement) return true;
  return at instanceof HTMLInputElement && at.type !== 'checkbox' && at.type !== 'radio' && at.value !== '';
}

export function useEscape(isWanted: boolean, run: () => void) {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!isWanted) return;
    const pressed = ({ key, target, isComposing }: KeyboardEvent) => {
      if (key !== 'Escape' || isComposing || document.querySelector('[role="dialog"]')) return;
      if (target instanceof Element && (target.closest(nearer) || isFilled(target))) return;
      latest.current();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [isWanted]);
}
