/** The counts of a promise in a line. */
import type { Fared, PromiseAttainment, PromiseCase, PromiseOfRoom, PromisesKeptView } from '../../api';
import { type Formats, sideNames } from '../../shared';
import { faredInWords } from '../../shared/words/promises';

type Counts = Pick<PromiseOfRoom, 'counted' | 'on_time' | 'late' | 'overdue' | 'not_yet_due'> &
  Partial<Pick<PromiseAttainment, 'kind' | 'cannot_be_told'>>;

/** Returns what was kept and what was not; what is nought beyond the first is left out. */
export function countsInWords(promise: Counts, number: (count: number) => string): string {
  const as = (fared: Fared) => faredInWords(promise.kind, fared);
  const besides: [number, string][] = [
    [promise.late, as('late')],
    [promise.overdue, as('overdue')],
    [promise.not_yet_due, as('not_yet_due')],
    [promise.cannot_be_told ?? 0, 'cannot be told'],
  ];
  const words = besides.flatMap(([count, word]) => (count > 0 ? [`${number(count)} ${word}`] : []));
  const one = promise.on_time === 1 ? promise.counted.replace(/s$/, '') : promise.counted;
  return [`${number(promise.on_time)} ${one} ${as('on_time')}`, ...words].join(', ');
}

/** Returns by when something was owed, and when it came. */
export function caseInWords(
  { fared, due_on: due, done_on: done }: Pick<PromiseCase, 'fared' | 'due_on' | 'done_on'>,
  day: (value: string) => string,
): string {
  if (fared === 'overdue') return due ? `was due on ${day(due)}` : 'overdue';
  if (fared === 'not_yet_due') return due ? `due on ${day(due)}` : 'not due yet';
  const when = done ? `done on ${day(done)}` : 'done';
  return fared === 'late' && due ? `${when}, due on ${day(due)}` : when;
}

/**
 * Returns how one side kept what it promised: "Marketing kept 91% of 120 leads and 3 of 4 requests and actions". Leads and what
 * rooms promise are counted apart: one lead is not one request.
 */
export function bySideInWords(
  { sides, of_rooms: ofRooms }: Pick<PromisesKeptView, 'sides' | 'of_rooms'>,
  side: 'sales' | 'marketing',
  { rate, number }: Pick<Formats, 'rate' | 'number'>,
): string {
  const ofLeads = sides.find((known) => known.side === side)?.kept;
  const others = ofRooms.filter((promise) => promise.side === side);
  const kept = others.reduce((sum, promise) => sum + promise.kept.part, 0);
  const due = others.reduce((sum, promise) => sum + promise.kept.n, 0);
  const parts = [
    ofLeads && ofLeads.basis_points !== null
      ? `${rate(ofLeads.basis_points, 0)} of ${number(ofLeads.n)} promises made for leads`
      : null,
    due > 0 ? `${number(kept)} of ${number(due)} requests and actions` : null,
  ].filter((part) => part !== null);
  return parts.length > 0
    ? `${sideNames[side]} kept ${parts.join(' and ')}`
    : `no data yet for ${sideNames[side]}`;
}
