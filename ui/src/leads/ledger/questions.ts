/** An address of the ledger and the question that it stands for: one can be made of the other. */
import type { ListLeads } from '../../api';
import { asLedgerPlace, type LedgerPlace } from '../places';

/** Returns the question that an address of the ledger stands for. */
export function questionOf({ decision, dated, lost, wakes, lead, ...same }: LedgerPlace): ListLeads {
  return { ...same, accepted: decision, has_day: dated, lost_or_ignored: lost, wakes_until: wakes };
}

/** Returns the address at which the ledger lists the leads of a question. */
export function placeOf({
  accepted,
  has_day,
  lost_or_ignored,
  wakes_until,
  ...same
}: ListLeads): LedgerPlace {
  return asLedgerPlace({
    ...same,
    decision: accepted,
    dated: has_day,
    lost: lost_or_ignored,
    wakes: wakes_until,
  });
}

/** Returns what narrows the ledger down: neither the order nor the lead that lies open. */
export function filtersOf({ lead, sort, reverse, ...filters }: LedgerPlace): LedgerPlace {
  return asLedgerPlace({ ...filters });
}

export function isFiltered(place: LedgerPlace): boolean {
  return Object.keys(filtersOf(place)).length > 0;
}

/** Returns whether two addresses list the same leads in the same order. */
export function listsTheSame(one: LedgerPlace, other: LedgerPlace): boolean {
  const written = ({ lead, ...place }: LedgerPlace) => JSON.stringify(asLedgerPlace({ ...place }));
  return written(one) === written(other);
}
