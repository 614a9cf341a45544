/** The columns of the funnel's table: what each shows of a row, and which leads stand behind it. */
import type { ReactNode } from 'react';
import type { FunnelRow } from '../../api';
import { type Formats, Missing } from '../../shared';
import { InLedger } from '../parts/InLedger';
import { Share } from '../parts/Share';
import type { LedgerPlace } from '../places';

export interface Column {
  key: string;
  head: string;
  of: (row: FunnelRow) => number | null;
  cell: (row: FunnelRow, leads: LedgerPlace | undefined, formats: Formats) => ReactNode;
}

const money = (minor: number | null, formats: Formats, why: string) =>
  minor === null ? <Missing why={why} /> : formats.money(Math.round(minor));

export const columns: readonly Column[] = [
  {
    key: 'leads',
    head: 'Leads',
    of: (row) => row.leads,
    cell: (row, leads, { number }) => (
      <InLedger leads={row.leads > 0 ? leads : undefined} says="leads">
        {number(row.leads)}
      </InLedger>
    ),
  },
  {
    key: 'converted',
    head: 'Converted',
    of: (row) => row.converted.basis_points,
    cell: (row, leads) => (
      <InLedger
        leads={row.converted.part > 0 && leads ? { ...leads, converted: true } : undefined}
        says="leads with an opportunity"
      >
        <Share of={row.converted} why="no lead came in" />
      </InLedger>
    ),
  },
  {
    key: 'accepted',
    head: 'Accepted',
    of: (row) => row.accepted,
    cell: (row, leads, { number }) => (
      <InLedger
        leads={row.accepted > 0 && leads ? { ...leads, decision: 'accepted' } : undefined}
        says="accepted leads"
      >
        {number(row.accepted)}
      </InLedger>
    ),
  },
  {
    key: 'acceptance',
    head: 'Acceptance',
    of: (row) => row.acceptance.basis_points,
    cell: (row) => <Share of={row.acceptance} why="sales has decided on none of them" />,
  },
  {
    key: 'won',
    head: 'Won',
    of: (row) => row.won,
    cell: (row, leads, { number }) => (
      <InLedger
        leads={row.won_leads.part > 0 && leads ? { ...leads, outcome: 'won' } : undefined}
        says="leads with a won opportunity"
      >
        {number(row.won)}
      </InLedger>
    ),
  },
  {
    key: 'win_rate',
    head: 'Win rate',
    of: (row) => row.win_rate.basis_points,
    cell: (row) => <Share of={row.win_rate} why="no opportunity was won or lost" />,
  },
  {
    key: 'won_value',
    head: 'Won value',
    of: (row) => row.won_value,
    cell: (row, _, formats) => formats.money(row.won_value),
  },
  {
    key: 'sourced',
    head: 'Sourced by marketing',
    of: (row) => row.sourced_value,
    cell: (row, _, formats) => money(row.sourced_value, formats, 'nobody said which sources are marketing’s'),
  },
  {
    key: 'influenced',
    head: 'Influenced',
    of: (row) => row.influenced_value,
    cell: (row, _, formats) =>
      money(row.influenced_value, formats, 'nobody said which sources are marketing’s'),
  },
  {
    key: 'cycle',
    head: 'Cycle',
    of: (row) => row.median_cycle_days,
    cell: (row, _, { value }) =>
      row.median_cycle_days === null ? (
        <Missing why="nothing won has both of its days" />
      ) : (
        value('days', row.median_cycle_days)
      ),
  },
  {
    key: 'lost',
    head: 'Lost or ignored',
    of: (row) => row.lost_or_ignored.basis_points,
    cell: (row, leads) => (
      <InLedger
        leads={row.lost_or_ignored.part > 0 && leads ? { ...leads, lost: true } : undefined}
        says="lost or ignored leads"
      >
        <Share of={row.lost_or_ignored} why="no lead came in" />
      </InLedger>
    ),
  },
  {
    key: 'cost',
    head: 'Cost',
    of: (row) => row.cost,
    cell: (row, _, formats) => money(row.cost, formats, 'no cost was taken in'),
  },
  {
    key: 'cost_per_accepted',
    head: 'Per accepted lead',
    of: (row) => row.cost_per_accepted,
    cell: (row, _, formats) =>
      money(row.cost_per_accepted, formats, 'no cost was taken in, or no lead was accepted'),
  },
];

/** What nobody knows of any row needs no column. */
export function isKnownOf(all: FunnelRow, { key }: Column): boolean {
  if (key.startsWith('cost')) return all.cost !== null;
  return !['sourced', 'influenced'].includes(key) || all.sourced_value !== null;
}
