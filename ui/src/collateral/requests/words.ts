/** How requests are put into words. */
import type { CollateralRequest, RequestKind, RequestLine, RequestsKept } from '../../api';
import { pagesInWords } from './pages';

type Written = (count: number) => string;

export const requestKindNames: Record<RequestKind, string> = {
  new: 'New piece',
  generic: 'Too generic',
  off_message: 'Off message',
  wrong: 'Wrong',
  home_made: 'Home-made',
  shorter: 'Shorter version',
};

/** Returns whether somebody owes an answer or, after a promise, the piece. */
export function isOwed({ state }: Pick<RequestLine, 'state'>): boolean {
  return state === 'open' || state === 'promised';
}

/** Returns what is asked for, in the words of whoever asked; the pages of a shorter version go with it. */
export function askedInWords({
  wanted,
  pages,
  kind,
}: Pick<CollateralRequest, 'wanted' | 'pages' | 'kind'>): string {
  const parts = [pages.length > 0 ? pagesInWords(pages) : '', wanted.trim()].filter(Boolean);
  return parts.join(': ') || requestKindNames[kind];
}

export function agoInWords(days: number, number: Written): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${number(days)} days ago`;
}

/** Returns what the page finds: what waits, what is promised, and what is past its date. */
export function findingOf(lines: readonly Pick<RequestLine, 'state' | 'is_late'>[], number: Written): string {
  const count = (state: RequestLine['state']) => lines.filter((line) => line.state === state).length;
  const waiting = count('open');
  const promised = count('promised');
  const late = lines.filter((line) => isOwed(line) && line.is_late).length;
  if (lines.length === 0) return 'Nothing is asked for';
  if (waiting + promised === 0) return 'Every request is answered';
  const parts: string[] = [];
  if (waiting > 0)
    parts.push(
      waiting === 1 ? '1 request waits for an answer' : `${number(waiting)} requests wait for an answer`,
    );
  if (promised > 0)
    parts.push(promised === 1 ? '1 piece is promised' : `${number(promised)} pieces are promised`);
  if (late > 0) parts.push(`${number(late)} past ${late === 1 ? 'its' : 'their'} date`);
  return parts.join(', ');
}

/** Returns how requests were answered, in a line. */
export function keptInWords(kept: RequestsKept, number: Written): string {
  const { on_time: onTime, late, overdue, not_yet_due: notYetDue } = kept;
  return `${number(onTime)} answered on time, ${number(late)} late, ${number(overdue)} overdue, ${number(notYetDue)} not yet due`;
}
