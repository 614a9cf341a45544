/**
 * Fields that hold something typed but not yet saved announce themselves here, so that whoever moves on (another
 * action, an undo, closing the window) can have it saved first. Nothing typed is lost to a click elsewhere.
 */
const unsaved = new Set<() => Promise<unknown>>();

/** Announces a field; returns how to take the announcement back. */
export function announceUnsaved(save: () => Promise<unknown>): () => void {
  unsaved.add(save);
  return () => unsaved.delete(save);
}

/** Saves what is typed in every field, and waits for it. A field that cannot save says so itself. */
export async function saveAllFields(): Promise<void> {
  await Promise.allSettled([...unsaved].map((save) => save()));
}
