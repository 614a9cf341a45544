/** What the library calls things. */

import type { AddedFile, LibrarySpace, Piece, PieceKind, PieceLine, PieceState } from '../api';
import { sizeInWords } from '../shared';

export const kindNames: Record<PieceKind, string> = {
  one_pager: 'One-pager',
  case_study: 'Case study',
  datasheet: 'Datasheet',
  deck: 'Deck',
  battlecard: 'Battlecard',
  roi_calculator: 'ROI calculator',
  brochure: 'Brochure',
  email_template: 'E-mail template',
  video: 'Video',
  white_paper: 'White paper',
  demo_script: 'Demo script',
  other: 'Other',
};

export const stateNames: Record<PieceState, string> = {
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  retired: 'Retired',
};

/** Returns where a piece stands, in words: what is missing to its approval goes with it. */
export function standingOf(line: PieceLine): string {
  if (line.state === 'approved') return line.is_stale ? 'Approved, review date passed' : 'Approved';
  if (line.state === 'in_review') {
    const other = line.approved_by.includes('sales') ? 'Marketing' : 'Sales';
    return `Waits for ${other}`;
  }
  if (line.state === 'draft' && line.piece.sent_back) return 'Sent back';
  if (line.state === 'draft' && line.had_approval) return 'Changed since it was approved';
  return stateNames[line.state];
}

/** Returns how much room the library takes, and what takes it; nothing where no file is kept. */
export function spaceInWords(
  { pieces, earlier_versions, removed }: LibrarySpace,
  number: (value: number, fractions?: number) => string,
): string | null {
  const all = pieces + earlier_versions + removed;
  if (all === 0) return null;
  const total = `The library takes ${sizeInWords(all, number)}`;
  if (all === pieces) return `${total}.`;
  const parts: [string, number][] = [
    ['pieces', pieces],
    ['earlier versions', earlier_versions],
    ['removed, kept so that undo can bring it back', removed],
  ];
  const taken = parts.filter(([, bytes]) => bytes > 0);
  return `${total}: ${taken.map(([what, bytes]) => `${what} ${sizeInWords(bytes, number)}`).join(', ')}.`;
}

/** Returns what a piece is called. */
export const titleOf = ({ title }: Pick<Piece, 'title'>) => title || 'Without a title';

const proposedNames: Record<string, string> = {
  title: 'title',
  kind: 'type',
  language: 'language',
  personas: 'personas',
  phases: 'buying phases',
};

/** Returns what was taken from the files of pieces and that nobody has confirmed. */
export function proposedInWords(pieces: readonly Pick<Piece, 'proposed'>[]): string {
  const fields = new Set(pieces.flatMap(({ proposed }) => proposed));
  const names = [...fields].map((field) => proposedNames[field] ?? field).join(', ');
  return `Proposed by the ${pieces.length === 1 ? 'file' : 'files'}: ${names}.`;
}

/** Returns how many files became what, in one sentence. */
export function addedInWords(files: readonly AddedFile[]): string {
  const count = (became: AddedFile['became']) => files.filter((file) => file.became === became).length;
  const pieces = (many: number) => (many === 1 ? 'One piece' : `${many} pieces`);
  const parts = [`${pieces(count('added'))} added`];
  if (count('known') > 0) parts.push(`${count('known')} known already`);
  if (count('refused') > 0) parts.push(`${count('refused')} not added`);
  return parts.join(', ');
}
