/** What is changed in several pieces at once: only what was filled in. */
import type { EditPieces, PieceKind } from '../../api';

export interface Filled {
  kind: PieceKind | null;
  language: string;
  owner: string | null;
  reviewBy: string | null;
  personas: string[];
  phases: string[];
  tags: string[];
  /** A tag that is typed and not finished by Enter yet. */
  typedTag: string;
}

export const nothingFilled: Filled = {
  kind: null,
  language: '',
  owner: null,
  reviewBy: null,
  personas: [],
  phases: [],
  tags: [],
  typedTag: '',
};

export type Changes = Omit<EditPieces, 'ids'>;

/** Returns what changes, or null where nothing does. */
export function changesOf(filled: Filled): Changes | null {
  const { kind, owner, reviewBy, personas, phases } = filled;
  const language = filled.language.trim();
  const tags = [...new Set([...filled.tags, filled.typedTag.trim()])].filter((tag) => tag !== '');
  const changes: Changes = {
    change: {
      ...(kind ? { kind } : {}),
      ...(language ? { language } : {}),
      ...(owner ? { owner } : {}),
      ...(reviewBy ? { review_by: reviewBy } : {}),
    },
    ...(tags.length > 0 ? { add_tags: tags } : {}),
    ...(personas.length > 0 ? { add_personas: personas } : {}),
    ...(phases.length > 0 ? { add_phases: phases } : {}),
  };
  const isEmpty = Object.keys(changes.change).length === 0 && Object.keys(changes).length === 1;
  return isEmpty ? null : changes;
}
