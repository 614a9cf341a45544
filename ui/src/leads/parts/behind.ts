/** Which leads stand behind one row of a count, as an address of the ledger. */
import type { Days } from '../../api';
import type { FunnelPlace, LedgerPlace } from '../places';

/** What a row is the row of. Who has none stands under null; a quarter has its days. */
interface Row {
  name: string | null;
  days: Days | null;
}

/** Returns what narrows the ledger down to one row; undefined where nothing can. */
export function behind(
  { by = 'source', from, to }: FunnelPlace,
  { name, days }: Row,
): LedgerPlace | undefined {
  const period = { ...(from && { from }), ...(to && { to }) };
  if (by === 'source' || by === 'campaign' || by === 'owner') return { [by]: name ?? '', ...period };
  if (by === 'quarter') {
    if (!days) return { has_day: false };
    // The quarter, as far as it lies in the period.
    return { from: from && from > days.from ? from : days.from, to: to && to < days.to ? to : days.to };
  }
  // Quarters of other days than the one on which a lead came in.
  if (by.endsWith('_quarter')) return undefined;
  return { attribute: { name: by, value: name }, ...period };
}
