/** How promises are called, and how they fared, in words that fit what was promised. */
import type { Fared, PromiseKind } from '../../api';

export const promiseNames: Record<PromiseKind, string> = {
  accepted_leads: 'Accepted leads a month',
  source_given: 'Lead source always given',
  information_given: 'Needed information given',
  first_touch: 'First contact in time',
  decision: 'Decision in time',
  attempts: 'Attempts before giving up',
  reason_given: 'Reason always given',
};

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

/** Returns how a promise fared; one of a room, which has no kind, is a matter of days. */
export function faredInWords(kind: PromiseKind | undefined, fared: Fared): string {
  const as = kind ? told[kind] : inTime;
  const words: Record<Fared, string> = {
    on_time: as.kept,
    late: as.late,
    overdue: as.broken,
    not_yet_due: 'not due yet',
  };
  return words[fared];
}
