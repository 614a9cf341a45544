/** What a field kit and its return slips come to, in words. */
import type { SlipsImported, SlipView } from '../../api';
import type { WrittenKit } from '../../platform';

const many = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

/** Returns what became of a kit's files. */
export function kitInWords({ pieces, written, removed }: WrittenKit): string {
  const parts = [many(pieces, 'piece')];
  parts.push(written === 0 ? 'nothing changed' : `${many(written, 'file')} written`);
  if (removed > 0) parts.push(`${many(removed, 'file')} removed`);
  return `${parts.join(', ')}.`;
}

/** Returns how many notes say something new. */
export function newNotes(views: readonly SlipView[]): number {
  return views.flatMap(({ notes }) => notes).filter(({ fate }) => fate === 'new').length;
}

/** Returns what is found in slips, as a title. */
export function slipsInWords(views: readonly SlipView[]): string {
  const fresh = newNotes(views);
  const slips = many(views.length, 'return slip');
  return fresh === 0 ? `${slips}, nothing new` : `${slips}, ${many(fresh, 'new note')}`;
}

/** Returns what became of the notes. */
export function importedInWords({ uses, requests, known, refused }: SlipsImported): string {
  const parts = [];
  if (uses > 0) parts.push(many(uses, 'use'));
  if (requests > 0) parts.push(many(requests, 'request'));
  const left = [];
  if (known > 0) left.push(`${known} known already`);
  if (refused > 0) left.push(`${refused} not imported`);
  return `Imported: ${parts.join(', ')}${left.length > 0 ? ` (${left.join(', ')})` : ''}.`;
}
