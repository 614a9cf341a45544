/** The return slip: what sellers say of pieces, kept in the browser until it is saved as one small file. */
import type { RequestKind, SaidMoved, SlipNoteKind, UseManner } from '../src/api/generated';

/** A note as the slip has it. Its keys, and the order in which they are checked, are those that the core reads. */
export interface Note {
  id: string;
  kind: SlipNoteKind;
  piece: string | null;
  on: string;
  deal: string;
  persona: string | null;
  phase: string | null;
  manner: UseManner | null;
  easy_to_find: number | null;
  fitted: number | null;
  ready: number | null;
  moved: SaidMoved | null;
  request: RequestKind | null;
  text: string;
}

export interface Kept {
  by: string;
  notes: Note[];
}

const FIELDS = [
  'id',
  'kind',
  'piece',
  'on',
  'deal',
  'persona',
  'phase',
  'manner',
  'easy_to_find',
  'fitted',
  'ready',
  'moved',
  'request',
  'text',
] as const satisfies readonly (keyof Note)[];

/** Returns the CRC-32 of a note and of who says it, in hexadecimal: what was changed on the way is noticed. */
export function checkOf(note: Note, by: string): string {
  const text = [by, ...FIELDS.map((field) => String(note[field] ?? ''))].join('\u001f');
  let sum = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** Returns the slip as it is saved. */
export function slipOf(workspace: string, { by, notes }: Kept): string {
  const name = by.trim();
  return `${JSON.stringify(
    {
      lockstep: 'return slip',
      version: 1,
      workspace,
      by: name,
      notes: notes.map((note) => ({ ...note, check: checkOf(note, name) })),
    },
    null,
    2,
  )}\n`;
}

/** Returns a random id; `crypto.randomUUID` is not there on every page that was opened from a file. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The notes of this browser, for one workspace. Where it keeps nothing, they last as long as the page. */
export class Notebook {
  readonly #key: string;
  #kept: Kept = { by: '', notes: [] };

  constructor(workspace: string) {
    this.#key = `lockstep-notes-${workspace}`;
    try {
      const stored = JSON.parse(localStorage.getItem(this.#key) ?? 'null');
      if (stored && Array.isArray(stored.notes))
        this.#kept = { by: String(stored.by ?? ''), notes: stored.notes };
    } catch {
      // What cannot be read was not written by this page.
    }
  }

  get kept(): Kept {
    return this.#kept;
  }

  /** Changes what is kept. Returns whether the browser kept it. */
  change(next: Partial<Kept>): boolean {
    this.#kept = { ...this.#kept, ...next };
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#kept));
      return true;
    } catch {
      return false;
    }
  }

  add(note: Omit<Note, 'id' | 'on'>): boolean {
    const now = new Date();
    const on = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    return this.change({ notes: [...this.#kept.notes, { id: newId(), on, ...note }] });
  }
}
