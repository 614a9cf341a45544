/** Which leads stand behind one row of a count, as an address of the ledger. */
import { useCallback } from 'react';
import { useAsk, type YearDays } from '../../api';
import type { FunnelPlace, LedgerPlace } from '../places';

interface Days {
  from: string;
  to: string;
}

/** Returns the days of a quarter, "Q1 FY27", reckoned from any fiscal year that is known. */
export function quarterDays(name: string, known: YearDays | undefined): Days | undefined {
  const said = /^Q([1-4]) FY(\d{2})$/.exec(name);
  if (!said || !known) return undefined;
  // Of the years that end so, the one that is nearest.
  const apart = (((Number(said[2]) - known.year) % 100) + 150) % 100;
  const years = apart - 50;
  const [year = 0, month = 1] = known.first_day.split('-').map(Number);
  const first = (year + years) * 12 + (month - 1) + (Number(said[1]) - 1) * 3;
  const firstOf = (months: number) => Date.UTC(Math.floor(months / 12), months % 12, 1);
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: iso(firstOf(first)), to: iso(firstOf(first + 3) - 86_400_000) };
}

/** Returns what narrows the ledger down to one row; undefined where nothing can. Who has none stands under null. */
export function behind(
  { by = 'source', from, to }: FunnelPlace,
  name: string | null,
  known: YearDays | undefined,
): LedgerPlace | undefined {
  const period = { ...(from && { from }), ...(to && { to }) };
  if (by === 'source' || by === 'campaign' || by === 'owner') return { [by]: name ?? '', ...period };
  if (by === 'quarter') {
    const days = name === null ? undefined : quarterDays(name, known);
    // The quarter, as far as it lies in the period.
    return (
      days && { from: from && from > days.from ? from : days.from, to: to && to < days.to ? to : days.to }
    );
  }
  // Quarters of other days than the one on which a lead came in.
  if (by.endsWith('_quarter')) return undefined;
  return { attribute: { name: by, value: name }, ...period };
}

/** Returns what leads from a row of a count to its leads. */
export function useBehind(place: FunnelPlace): (name: string | null) => LedgerPlace | undefined {
  const known = useAsk('show_company', {}).data?.years[0];
  return useCallback((name) => behind(place, name, known), [place, known]);
}
