/** The counts of a promise in a line. */
import type { KeptPromise } from '../../api';

/** Returns what was on time and what was not; what is nought beyond the first is left out. */
export function countsInWords(
  promise: Pick<KeptPromise, 'counted' | 'on_time' | 'late' | 'overdue' | 'not_yet_due' | 'cannot_be_told'>,
  number: (count: number) => string,
): string {
  const besides: [number, string][] = [
    [promise.late, 'late'],
    [promise.overdue, 'overdue'],
    [promise.not_yet_due, 'not due yet'],
    [promise.cannot_be_told, 'cannot be told'],
  ];
  const words = besides.flatMap(([count, word]) => (count > 0 ? [`${number(count)} ${word}`] : []));
  return [`${number(promise.on_time)} ${promise.counted} on time`, ...words].join(', ');
}
