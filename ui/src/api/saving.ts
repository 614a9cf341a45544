/**
 * Whether what was typed is in the file: "Saving…", "Saved 14:32", "Not saved: the disk is full". One state for the
 * whole window, fed by every action, shown in the top bar.
 */
import { useSyncExternalStore } from 'react';
import type { CallError } from './errors';

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed'; error: CallError };

let state: SaveState = { kind: 'untouched' };
let under_way = 0;
const listeners = new Set<() => void>();

function become(next: SaveState) {
  state = next;
  for (const tell of listeners) tell();
}

/** Follows one action from its start to its end. */
export async function whileSaving<T>(
  action: Promise<T>,
  toError: (thrown: unknown) => CallError,
): Promise<T> {
  under_way += 1;
  become({ kind: 'saving' });
  let failed: CallError | null = null;
  try {
    return await action;
  } catch (thrown) {
    failed = toError(thrown);
    throw failed;
  } finally {
    under_way -= 1;
    if (failed) become({ kind: 'failed', error: failed });
    else if (under_way === 0) become({ kind: 'saved', at: new Date() });
  }
}

/** Forgets what was saved: another workspace is open. */
export function forgetSaving() {
  become({ kind: 'untouched' });
}

export function useSaveState(): SaveState {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => state,
  );
}
