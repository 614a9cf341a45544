/** The keys of the session: arrows and page keys as clickers send them, one letter for what comes up. */
import { useEffect, useRef } from 'react';

export interface SessionKeys {
  next: () => void;
  previous: () => void;
  black: () => void;
  park: () => void;
  decide: () => void;
  action: () => void;
  pause: () => void;
}

const byKey: Record<string, keyof SessionKeys> = {
  arrowright: 'next',
  pagedown: 'next',
  arrowleft: 'previous',
  pageup: 'previous',
  b: 'black',
  p: 'park',
  d: 'decide',
  a: 'action',
  t: 'pause',
};

/** Widgets that use arrows or letters themselves. */
const takesKeys =
  'input:not([type="checkbox"]):not([type="button"]), textarea, select, [contenteditable="true"], [role="slider"], [role="tab"], [role="menuitem"], [role="option"], [role="combobox"], [role="gridcell"]';
const inFront = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Returns whether a key press is meant for something else than the session. */
export function isTakenElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(takesKeys)) return true;
  return [...document.querySelectorAll(inFront)].some((element) => element.getClientRects().length > 0);
}

export function useSessionKeys(keys: SessionKeys, isActive: boolean) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isActive) return;
    const pressed = (event: KeyboardEvent) => {
      const does = byKey[event.key.toLowerCase()];
      if (!does || isTakenElsewhere(event)) return;
      event.preventDefault();
      // A key that is held must not turn page after page.
      if (!event.repeat) latest.current[does]();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [isActive]);
}
