/** Which pieces are chosen, and how a click changes that. */

export interface Choosing {
  ids: readonly string[];
  /** Where a range begins: the piece that was clicked last. */
  from: string | null;
}

export const nothingChosen: Choosing = { ids: [], from: null };

/** Chooses a piece, or lets it go. */
export function toggled({ ids }: Choosing, id: string): Choosing {
  const rest = ids.filter((one) => one !== id);
  return { ids: rest.length < ids.length ? rest : [...ids, id], from: id };
}

/** Chooses all from the piece that was clicked last to this one, as they are listed; this one alone where that is not listed. */
export function withRange(before: Choosing, id: string, listed: readonly string[]): Choosing {
  const from = before.from === null ? -1 : listed.indexOf(before.from);
  const to = listed.indexOf(id);
  if (from < 0 || to < 0) return toggled(before, id);
  const range = listed.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: [...new Set([...before.ids, ...range])], from: id };
}

/** Lets go of pieces that are not there any more. */
export function without({ ids, from }: Choosing, gone: readonly string[]): Choosing {
  return {
    ids: ids.filter((id) => !gone.includes(id)),
    from: from !== null && gone.includes(from) ? null : from,
  };
}
