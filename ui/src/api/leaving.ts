/** Leaving a screen, a workspace or the window: what could not be saved is asked about first, and never lost in silence. */
import { forgetUnsavedFields, hasUnsavedFields, settleAllFields } from './flush';

/** Asks whether to leave although these fields hold something that is not saved. */
type Asking = (names: readonly string[]) => Promise<boolean>;

let asking: Asking | null = null;

/** Says who asks the person; returns how to take that back. */
export function askWhenLeaving(ask: Asking): () => void {
  asking = ask;
  return () => {
    if (asking === ask) asking = null;
  };
}

/** Saves what is typed, and returns whether the screen may go: nothing is left unsaved, or the person said so. */
export async function mayLeave(): Promise<boolean> {
  const names = await settleAllFields();
  if (names.length === 0 || !asking) return true;
  if (!(await asking(names))) return false;
  forgetUnsavedFields();
  return true;
}

/** Does what takes the screen away: at once when nothing is typed, else as `mayLeave` says. */
export function leaveAnd(go: () => void): void {
  if (!hasUnsavedFields()) go();
  else
    void mayLeave().then((may) => {
      if (may) go();
    });
}
