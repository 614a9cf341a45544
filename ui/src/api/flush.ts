/**
 * Fields into which somebody types announce themselves here for as long as they are on screen, so that whoever moves on
 * (another action, an undo, a signature, closing the window) can have saved what is typed, and hears what could not be.
 */
import { useSyncExternalStore } from 'react';

export interface TypedField {
  /** What the field is called, for whoever has to find it again. */
  name: () => string;
  /** Whether it holds something that is not in the file; while it is being saved, too. */
  isUnsaved: () => boolean;
  /** Whether its text is on the way into the file just now. */
  isSaving: () => boolean;
  /** Whether what it holds cannot be saved as it is. */
  isWrong: () => boolean;
  /** Saves it, or waits for the save that is under way. A field that cannot save says so itself. */
  save: () => Promise<unknown>;
  /** Goes back to what the file holds. */
  forget: () => void;
}

const fields = new Set<TypedField>();
const listeners = new Set<() => void>();
let wrong: readonly string[] = [];

/** Announces a field; returns how to take the announcement back. */
export function announceField(field: TypedField): () => void {
  fields.add(field);
  return () => {
    fields.delete(field);
    fieldsChanged();
  };
}

/** Says that a field became wrong, or right again. */
export function fieldsChanged() {
  const now = [...fields].filter((field) => field.isWrong()).map((field) => field.name());
  if (now.join('\n') === wrong.join('\n')) return;
  wrong = now;
  for (const tell of listeners) tell();
}

/** Returns the names of the fields that hold something that cannot be saved. */
export function useWrongFields(): readonly string[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => wrong,
  );
}

/**
 * Saves what is typed in every field. A save that is under way already is not waited for: what it does comes first in any
 * case, and the field may be the one that asks.
 */
export async function saveAllFields(): Promise<void> {
  const typed = [...fields].filter((field) => field.isUnsaved() && !field.isSaving());
  await Promise.allSettled(typed.map((field) => field.save()));
}

/** Saves what is typed in every field and waits until it is known what became of it. Returns what is still not saved. */
export async function settleAllFields(): Promise<readonly string[]> {
  await saveAllFields();
  const underWay = [...fields].filter((field) => field.isSaving());
  await Promise.allSettled(underWay.map((field) => field.save()));
  return [...fields].filter((field) => field.isUnsaved()).map((field) => field.name());
}

/** Returns whether any field holds something that is not in the file. */
export function hasUnsavedFields(): boolean {
  return [...fields].some((field) => field.isUnsaved());
}

/** Gives up what could not be saved: the person said so. */
export function forgetUnsavedFields() {
  for (const field of fields) if (field.isUnsaved()) field.forget();
}

/** Returns names as they stand in a sentence: “Target” and “Name”. */
export function namesOfFields(names: readonly string[]): string {
  const quoted = [...new Set(names)].map((name) => `“${name}”`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}
