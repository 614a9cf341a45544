/** Leaving a place with something unsaved. */
import { useBlocker } from '@tanstack/react-router';
import { mayLeave } from '../api';

/** Holds a change of the place until what is typed there is saved, or given up. Stands inside the router. */
export function HoldPlace() {
  useBlocker({
    // Another section of the same page takes nothing away.
    shouldBlockFn: async ({ current, next }) => {
      const stays =
        current.pathname === next.pathname && JSON.stringify(current.search) === JSON.stringify(next.search);
      return !stays && !(await mayLeave());
    },
    enableBeforeUnload: false,
  });
  return null;
}
