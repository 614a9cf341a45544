/** The counts of a promise in a line. */
import type { PromiseAttainment, PromiseCase, PromiseKind, PromiseOfRoom } from '../../api';

interface Told {
  kept: string;
  late: string;
  broken: string;
}

const inTime: Told = { kept: 'on time', late: 'late', broken: 'overdue' };
const given: Told = { kept: 'given', late: 'given late', broken: 'not given' };

/** What is not a matter of days is not called late or overdue. */
const told: Record<PromiseKind, Told> = {
  accepted_leads: { kept: 'reached', late: 'reached late', broken: 'not reached' },
  source_given: given,
  information_given: given,
  first_touch: inTime,
  decision: inTime,
  attempts: { kept: 'tried often enough', late: 'tried late', broken: 'given up too early' },
  reason_given: given,
};

type Counts = Pick<PromiseOfRoom, 'counted' | 'on_time' | 'late' | 'overdue' | 'not_yet_due'> &
  Partial<Pick<PromiseAttainment, 'kind' | 'cannot_be_told'>>;

/** Returns what was kept and what was not; what is nought beyond the first is left out. */
export function countsInWords(promise: Counts, number: (count: number) => string): string {
  const as = promise.kind ? told[promise.kind] : inTime;
  const besides: [number, string][] = [
    [promise.late, as.late],
    [promise.overdue, as.broken],
    [promise.not_yet_due, 'not due yet'],
    [promise.cannot_be_told ?? 0, 'cannot be told'],
  ];
  const words = besides.flatMap(([count, word]) => (count > 0 ? [`${number(count)} ${word}`] : []));
  const one = promise.on_time === 1 ? promise.counted.replace(/s$/, '') : promise.counted;
  return [`${number(promise.on_time)} ${one} ${as.kept}`, ...words].join(', ');
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
