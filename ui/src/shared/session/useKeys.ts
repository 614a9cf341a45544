/** The keys of a session: each does one thing, unless the press is meant for something else. */
import { useEffect, useRef } from 'react';

/** What keys do, by their names in small letters. */
export type Keys = Readonly<Record<string, () => void>>;

/** Widgets that use arrows or letters themselves. */
const takesKeys =
  'input:not([type="checkbox"]):not([type="button"]), textarea, select, [contenteditable="true"], [role="slider"], [role="tab"], [role="menuitem"], [role="option"], [role="combobox"], [role="gridcell"]';
const inFront = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Returns whether a key press is meant for something else than the session. */
function isTakenElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(takesKeys)) return true;
  return [...document.querySelectorAll(inFront)].some((element) => element.getClientRects().length > 0);
}

/** Listens to the keys while `isActive`. */
export function useKeys(keys: Keys, isActive: boolean) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isActive) return;
    const pressed = (event: KeyboardEvent) => {
      const does = latest.current[event.key.toLowerCase()];
      if (!does || isTakenElsewhere(event)) return;
      event.preventDefault();
      // A key that is held must not turn page after page.
      if (!event.repeat) does();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [isActive]);
}
