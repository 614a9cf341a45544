/** What the addresses of this room say: what is looked for, and which piece stands open. */
import type { PieceKind, UsageShelf } from '../api';
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

/** What the content matrix shows of its cells, and which cell stands open. */
export const heats = ['coverage', 'use', 'ease', 'leads'] as const;
export type Heat = (typeof heats)[number];

export interface MatrixPlace {
  heat?: Heat;
  persona?: string;
  phase?: string;
}

export function asMatrixPlace(search: Record<string, unknown>): MatrixPlace {
  const place: MatrixPlace = {};
  const heat = heats.find((known) => known === search.heat);
  if (heat) place.heat = heat;
  const persona = some(search.persona);
  const phase = some(search.phase);
  if (persona && phase) {
    place.persona = persona;
    place.phase = phase;
  }
  return place;
}

/** Which pieces the report of their use lists. */
export interface UsagePlace {
  shelf?: UsageShelf;
}

const usageShelves: UsageShelf[] = ['used', 'never_used', 'not_approved', 'home_made', 'generic', 'unrated'];

export function asUsagePlace(search: Record<string, unknown>): UsagePlace {
  const shelf = usageShelves.find((known) => known === search.shelf);
  return shelf ? { shelf } : {};
}
