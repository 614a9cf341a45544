/** The keys of a record by their own type: a table of names is also the list of what can be chosen. */

/** Returns the keys, in their order. */
export function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}

/** Returns a text as the key that it is; null where it is none. */
export function keyIn<K extends string>(record: Readonly<Record<K, unknown>>, text: string | null): K | null {
  return text !== null && Object.hasOwn(record, text) ? (text as K) : null;
}
