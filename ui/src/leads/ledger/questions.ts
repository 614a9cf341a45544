/** An address of the ledger is a question; here is what can be said of one. */
import type { ListLeads } from '../../api';
import { asLedgerPlace, type LedgerPlace } from '../places';

/** Returns what an address asks: everything but the lead that lies open. */
export function questionOf({ lead, ...question }: LedgerPlace): ListLeads {
  return question;
}

/** Returns what narrows the ledger down: neither the order nor the lead that lies open. */
export function filtersOf({ lead, sort, reverse, ...filters }: LedgerPlace): LedgerPlace {
  return asLedgerPlace(filters);
}

export function isFiltered(place: LedgerPlace): boolean {
  return Object.keys(filtersOf(place)).length > 0;
}

/** Returns whether two questions list the same leads in the same order. A saved one has nulls where it asks nothing. */
export function listsTheSame(one: ListLeads | LedgerPlace, other: ListLeads | LedgerPlace): boolean {
  const written = (asked: ListLeads | LedgerPlace) => JSON.stringify(questionOf(asLedgerPlace(asked)));
  return written(one) === written(other);
}
