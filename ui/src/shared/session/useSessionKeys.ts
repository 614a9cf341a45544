/** The keys of the planning session: arrows and page keys as clickers send them, one letter for what comes up. */
import { useKeys } from './useKeys';

export interface SessionKeys {
  next: () => void;
  previous: () => void;
  black: () => void;
  park: () => void;
  decide: () => void;
  action: () => void;
  pause: () => void;
}

export function useSessionKeys(keys: SessionKeys, isActive: boolean) {
  useKeys(
    {
      arrowright: keys.next,
      pagedown: keys.next,
      arrowleft: keys.previous,
      pageup: keys.previous,
      b: keys.black,
      p: keys.park,
      d: keys.decide,
      a: keys.action,
      t: keys.pause,
    },
    isActive,
  );
}
