/** What a funnel can be looked at for: each measure takes one number out of a row; nothing is calculated here. */
import type { FunnelRow } from '../../api';
import type { Formats } from '../../shared';

export interface Measure {
  name: string;
  /** The number by which bars are drawn; null when there is none. The core puts the rows in order by it. */
  of: (row: FunnelRow) => number | null;
  /** The number as it is written. */
  shown: (row: FunnelRow, formats: Formats) => string;
  /** Whether it rests on too few records to be compared; a rate knows, and else the whole row says so. */
  few?: (row: FunnelRow) => boolean;
  /** The best row in words: "accepted most often". Not said of what has no best. */
  best: string;
}

const ofRate = (
  pick: (row: FunnelRow) => FunnelRow['acceptance'],
): Pick<Measure, 'of' | 'shown' | 'few'> => ({
  of: (row) => pick(row).basis_points,
  few: (row) => pick(row).small,
  shown: (row, { rate, number }) => {
    const { basis_points, n } = pick(row);
    return basis_points === null ? '–' : `${rate(basis_points)} of ${number(n)}`;
  },
});

/** What the chart can show. */
export const measures = {
  leads: {
    name: 'Leads',
    of: (row) => row.leads,
    shown: (row, { number }) => number(row.leads),
    best: 'brings the most leads',
  },
  acceptance: { name: 'Acceptance', ...ofRate((row) => row.acceptance), best: 'is accepted most often' },
  win_rate: { name: 'Win rate', ...ofRate((row) => row.win_rate), best: 'wins most often' },
  won_value: {
    name: 'Won value',
    of: (row) => row.won_value,
    shown: (row, { money }) =>
      row.won_value === null ? '–' : `${row.won_without_value > 0 ? '≥ ' : ''}${money(row.won_value)}`,
    best: 'brings the most revenue',
  },
  cost_per_accepted: {
    name: 'Cost per accepted lead',
    of: (row) => row.cost_per_accepted,
    shown: (row, { money }) =>
      row.cost_per_accepted === null
        ? '–'
        : `${row.leads_without_cost > 0 ? '≥ ' : ''}${money(Math.round(row.cost_per_accepted))}`,
    best: 'costs the most per accepted lead',
  },
} satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;

/** Returns whether a row rests on too few records to be compared by a measure. */
export function isFew(row: FunnelRow, measure: Measure): boolean {
  return row.small || (measure.few?.(row) ?? false);
}
