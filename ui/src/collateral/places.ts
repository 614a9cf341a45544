/** What the addresses of this room say: what is looked for, and which piece stands open. */
import type { PieceKind } from '../api';
import { kindNames } from './words';

/** What the list shows: what sales uses, or where pieces stand. */
export const shelves = ['in_use', 'draft', 'in_review', 'stale', 'retired', 'all'] as const;
export type Shelf = (typeof shelves)[number];

export interface LibraryPlace {
  text?: string;
  shelf?: Shelf;
  kind?: PieceKind;
  /** The persona, and the buying phase, that pieces are made for. */
  persona?: string;
  phase?: string;
  /** The piece that stands open at the side. */
  piece?: string;
}

const some = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function asLibraryPlace(search: Record<string, unknown>): LibraryPlace {
  const place: LibraryPlace = {};
  const text = some(search.text);
  const piece = some(search.piece);
  const persona = some(search.persona);
  const phase = some(search.phase);
  if (text) place.text = text;
  if (piece) place.piece = piece;
  if (persona) place.persona = persona;
  if (phase) place.phase = phase;
  const shelf = shelves.find((known) => known === search.shelf);
  if (shelf) place.shelf = shelf;
  if (typeof search.kind === 'string' && search.kind in kindNames) place.kind = search.kind as PieceKind;
  return place;
}
