/** Finds pieces by their words as one types: in titles, tags, needs and on every page, with the passage in which they stand. */
import type { KitPiece } from '../src/api/generated';

/** A piece that was found. */
export interface Found {
  piece: KitPiece;
  /** Where the words stand, when not in the title. */
  readonly passage?: Passage;
}

export interface Passage {
  page: number;
  /** The text in parts; every other one, from the second, is what was looked for. */
  parts: string[];
}

/** A text as it is searched: letter for letter as long as what it was made of, small and without accents. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  // A few letters become two when they are small; then the places would not fit any more.
  const plain = small.length === text.length ? small : [...text].map(smallLetter).join('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond plain letters is looked at
  return plain.replace(/[^\x00-\x7f]/g, (letter) => {
    const bare = letter.normalize('NFD')[0];
    return bare && bare.length === letter.length ? bare : letter;
  });
}

function smallLetter(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

interface Page {
  number: number;
  text: string;
  folded: string;
}

interface Entry {
  piece: KitPiece;
  /** What stands in its title, and beside it. */
  title: string;
  beside: string;
  pages: Page[];
}

/** How many characters of a passage stand before and behind the word. */
const BEFORE = 60;
const BEHIND = 110;

export class Search {
  readonly #entries: Entry[];
  #words: Set<string> | undefined;

  constructor(pieces: readonly KitPiece[]) {
    this.#entries = pieces.map((piece) => ({
      piece,
      title: ` ${wordsOf(piece.title).join(' ')}`,
      beside: ` ${wordsOf([piece.kind_name, ...piece.tags, ...piece.needs, piece.notes].join(' ')).join(' ')}`,
      pages: piece.pages.map(({ number, text, notes }) => {
        const whole = notes ? `${text}\n${notes}` : text;
        return { number, text: whole, folded: fold(whole) };
      }),
    }));
  }

  /** Returns the pieces that have all words, the best first, and the words that were read as others. */
  find(typed: string): { found: Found[]; corrected: [string, string][] } {
    const corrected: [string, string][] = [];
    const sought = wordsOf(typed).map((word) => {
      const meant = this.#isKnown(word) ? undefined : this.#near(word);
      if (meant) corrected.push([word, meant]);
      return meant ?? word;
    });
    if (sought.length === 0) return { found: this.#entries.map(({ piece }) => ({ piece })), corrected };
    const ranked: { rank: number; found: Found }[] = [];
    for (const entry of this.#entries) {
      const one = match(entry, sought);
      if (one) ranked.push(one);
    }
    // Equals stay as they are: the kit has its pieces by title.
    ranked.sort((a, b) => b.rank - a.rank);
    return { found: ranked.map(({ found }) => found), corrected };
  }

  #isKnown(word: string): boolean {
    return this.#entries.some(
      ({ title, beside, pages }) =>
        title.includes(` ${word}`) ||
        beside.includes(` ${word}`) ||
        pages.some(({ folded }) => placeOf(folded, word) >= 0),
    );
  }

  /** Returns the word that a mistyped one was meant for: one letter apart, or two in a long word. */
  #near(word: string): string | undefined {
    if (word.length < 4) return undefined;
    const most = word.length < 8 ? 1 : 2;
    this.#words ??= new Set(
      this.#entries.flatMap(({ title, beside, pages }) => [
        ...wordsOf(title),
        ...wordsOf(beside),
        ...pages.flatMap(({ folded }) => folded.match(/[\p{L}\p{N}]+/gu) ?? []),
      ]),
    );
    let best: string | undefined;
    let least = most + 1;
    for (const known of this.#words) {
      if (known.length < 4 || Math.abs(known.length - word.length) > most) continue;
      const apart = distance(known, word, least);
      if (apart < least) {
        least = apart;
        best = known;
      }
    }
    return best;
  }
}

function match(entry: Entry, sought: readonly string[]): { rank: number; found: Found } | undefined {
  const inTitle = sought.filter((word) => entry.title.includes(` ${word}`)).length;
  const known = sought.map((word) => entry.title.includes(` ${word}`) || entry.beside.includes(` ${word}`));
  const { piece } = entry;
  if (known.every(Boolean)) return { rank: 1000 + inTitle, found: { piece } };
  // The page that has most of the words is shown; all of them stand somewhere in the piece.
  const missing = sought.filter((_, place) => !known[place]);
  let best: { page: Page; has: number } | undefined;
  const onPages = new Set<string>();
  for (const page of entry.pages) {
    const has = missing.filter((word) => placeOf(page.folded, word) >= 0);
    for (const word of has) onPages.add(word);
    if (has.length > (best?.has ?? 0)) best = { page, has: has.length };
  }
  if (!best || onPages.size < new Set(missing).size) return undefined;
  const { page, has } = best;
  return {
    rank: inTitle * 10 + has,
    found: {
      piece,
      // Hundreds are found and some are shown: a passage is cut when it is looked at.
      get passage() {
        return passageOf(page, missing);
      },
    },
  };
}

/** Returns where a word begins in a text, at the beginning of a word; −1 where it does not. */
function placeOf(folded: string, word: string): number {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) return at;
  }
  return -1;
}

function passageOf(page: Page, sought: readonly string[]): Passage {
  const places = sought.map((word) => placeOf(page.folded, word)).filter((place) => place >= 0);
  const first = Math.min(...places);
  let begin = Math.max(0, first - BEFORE);
  // A passage begins with a whole word.
  while (begin > 0 && begin < first && /\S/.test(page.text[begin - 1] ?? '')) begin += 1;
  const end = Math.min(page.text.length, first + BEHIND);
  const parts: string[] = [];
  let at = begin;
  while (at < end) {
    const next = sought
      .map((word) => ({ word, place: placeOf(page.folded.slice(at, end), word) }))
      .filter(({ place }) => place >= 0)
      .sort((a, b) => a.place - b.place)[0];
    if (!next) break;
    const start = at + next.place;
    parts.push(page.text.slice(at, start), page.text.slice(start, start + next.word.length));
    at = start + next.word.length;
  }
  parts.push(page.text.slice(at, end));
  if (begin > 0) parts[0] = `… ${parts[0]}`;
  if (end < page.text.length) parts[parts.length - 1] += ' …';
  return { page: page.number, parts };
}

/** Returns how many letters two words are apart: one wrong, missing, too many, or two in each other's place. */
export function distance(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) >= most) return most;
    [before, last] = [last, row];
  }
  return last[other.length] ?? most;
}
