/** How two versions of a piece differ, in words. */
import type { PageChange, PieceComparison, PieceVersion } from '../../../api';
import { sizeInWords } from '../../../shared';

type Written = (value: number, fractions?: number) => string;

const counted = (count: number, one: string, number: Written) =>
  count === 1 ? `1 ${one}` : `${number(count)} ${one}s`;

/** Returns pages and size of both versions; only what nobody could count is left out. */
export function measuresInWords(
  from: Pick<PieceVersion, 'pages' | 'size'>,
  to: Pick<PieceVersion, 'pages' | 'size'>,
  number: Written,
): string {
  const pages = (count: number) => counted(count, 'page', number);
  const size = (bytes: number) => sizeInWords(bytes, number);
  const change = (before: string, after: string) =>
    before === after ? `${after} in both` : `${before}, now ${after}`;
  const parts = [
    from.pages > 0 && to.pages > 0 ? change(pages(from.pages), pages(to.pages)) : '',
    change(size(from.size), size(to.size)),
  ];
  return parts.filter(Boolean).join('; ');
}

/** Returns what changed in all, in a sentence. */
export function comparedInWords(
  { pages, same_pages: same, added, removed }: Omit<PieceComparison, 'from' | 'to' | 'notes' | 'why_not'>,
  number: Written,
): string {
  if (pages.length === 0) return 'Every page says the same in both versions.';
  const unchanged = same > 0 ? `, ${number(same)} unchanged` : '';
  return `${counted(pages.length, 'page', number)} differ${pages.length === 1 ? 's' : ''}${unchanged}: ${wordsInWords(
    { added, removed },
    number,
  )}.`;
}

/** Returns how many words came and went. */
export function wordsInWords(
  { added, removed }: Pick<PageChange, 'added' | 'removed'>,
  number: Written,
): string {
  return `${counted(added, 'word', number)} added, ${number(removed)} removed`;
}

/** Returns which page it is, and was. */
export function pageInWords(
  { before, after }: Pick<PageChange, 'before' | 'after'>,
  number: Written,
): string {
  if (before === null) return `Page ${number(after ?? 0)}, new`;
  if (after === null) return `Page ${number(before)}, removed`;
  return before === after ? `Page ${number(after)}` : `Page ${number(after)}, before page ${number(before)}`;
}
