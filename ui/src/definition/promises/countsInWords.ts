/** The counts of a promise in a line. */
import type { PromiseAttainment, PromiseKind } from '../../api';

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

/** Returns what was kept and what was not; what is nought beyond the first is left out. */
export function countsInWords(
  promise: Pick<
    PromiseAttainment,
    'kind' | 'counted' | 'on_time' | 'late' | 'overdue' | 'not_yet_due' | 'cannot_be_told'
  >,
  number: (count: number) => string,
): string {
  const as = told[promise.kind];
  const besides: [number, string][] = [
    [promise.late, as.late],
    [promise.overdue, as.broken],
    [promise.not_yet_due, 'not due yet'],
    [promise.cannot_be_told, 'cannot be told'],
  ];
  const words = besides.flatMap(([count, word]) => (count > 0 ? [`${number(count)} ${word}`] : []));
  const one = promise.on_time === 1 ? promise.counted.replace(/s$/, '') : promise.counted;
  return [`${number(promise.on_time)} ${one} ${as.kept}`, ...words].join(', ');
}
