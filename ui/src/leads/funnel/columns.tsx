/** The columns of the funnel's table: what each shows of a row, and which leads stand behind it. */
import type { ReactNode } from 'react';
import type { FunnelOrder, FunnelRow } from '../../api';
import { type Formats, Hint, Missing } from '../../shared';
import { InLedger } from '../parts/InLedger';
import { Share } from '../parts/Share';
import type { LedgerPlace } from '../places';

export interface Column {
  /** Its place among the orders in which the core puts the rows. */
  key: FunnelOrder;
  head: string;
  of: (row: FunnelRow) => number | null;
  cell: (row: FunnelRow, leads: LedgerPlace | undefined, formats: Formats) => ReactNode;
}

/** The reason that a number is missing, as it stands behind "no value:". */
const unknown = (because: string | null | undefined) =>
  because
    ? because.charAt(0).toLowerCase() + because.slice(1).replace(/\.$/, '')
    : 'there is nothing to count';

/** What was won. Where some of it has no value, it is at least so much. */
function WonValue({
  row,
  formats: { money: asMoney, number, currency },
}: {
  row: FunnelRow;
  formats: Formats;
}) {
  if (row.won_value === null) return <Missing why={unknown(row.because.won_value)} />;
  if (row.won_without_value === 0) return asMoney(row.won_value);
  return (
    <Hint
      label={`${number(row.won_without_value)} of ${number(row.won ?? 0)} won have no value in ${currency}`}
    >
      <span>≥ {asMoney(row.won_value)}</span>
    </Hint>
  );
}

/** What was spent. Where leads came in in months without a known cost, it is at least so much. */
function Cost({
  row,
  minor,
  why,
  formats,
}: {
  row: FunnelRow;
  minor: number | null;
  why: string;
  formats: Formats;
}) {
  const cost = money(minor, formats, why);
  if (minor === null || row.leads_without_cost === 0) return cost;
  return (
    <Hint
      label={`for ${formats.number(row.leads_without_cost)} of the ${formats.number(row.leads)} leads no cost is known for the month in which they came in`}
    >
      <span>≥ {cost}</span>
    </Hint>
  );
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
        <Share of={row.converted} why={unknown(row.converted.because)} />
      </InLedger>
    ),
  },
  {
    key: 'accepted',
    head: 'Accepted',
    of: (row) => row.accepted,
    cell: (row, leads, { number }) =>
      row.accepted === null ? (
        <Missing why={unknown(row.because.accepted)} />
      ) : (
        <InLedger
          leads={row.accepted > 0 && leads ? { ...leads, accepted: 'accepted' } : undefined}
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
    cell: (row) => <Share of={row.acceptance} why={unknown(row.acceptance.because)} />,
  },
  {
    key: 'won',
    head: 'Won',
    of: (row) => row.won,
    // These are opportunities; the leads behind them may be fewer, and stand beside them.
    cell: (row, _, { number }) =>
      row.won === null ? <Missing why={unknown(row.because.won)} /> : number(row.won),
  },
  {
    key: 'won_leads',
    head: 'Leads won',
    of: (row) => row.won_leads.basis_points,
    cell: (row, leads, { number }) =>
      row.won_leads.basis_points === null ? (
        <Missing why={unknown(row.won_leads.because)} />
      ) : (
        <InLedger
          leads={row.won_leads.part > 0 && leads ? { ...leads, outcome: 'won' } : undefined}
          says="leads with a won opportunity"
        >
          {number(row.won_leads.part)}
        </InLedger>
      ),
  },
  {
    key: 'win_rate',
    head: 'Win rate',
    of: (row) => row.win_rate.basis_points,
    cell: (row) => <Share of={row.win_rate} why={unknown(row.win_rate.because)} />,
  },
  {
    key: 'won_value',
    head: 'Won value',
    of: (row) => row.won_value,
    cell: (row, _, formats) => <WonValue row={row} formats={formats} />,
  },
  {
    key: 'sourced',
    head: 'Sourced by marketing',
    of: (row) => row.sourced_value,
    cell: (row, _, formats) => money(row.sourced_value, formats, unknown(row.because.sourced_value)),
  },
  {
    key: 'influenced',
    head: 'Influenced',
    of: (row) => row.influenced_value,
    cell: (row, _, formats) => money(row.influenced_value, formats, unknown(row.because.sourced_value)),
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
    key: 'lost_or_ignored',
    head: 'Lost or ignored',
    of: (row) => row.lost_or_ignored.basis_points,
    cell: (row, leads) => (
      <InLedger
        leads={row.lost_or_ignored.part > 0 && leads ? { ...leads, lost_or_ignored: true } : undefined}
        says="lost or ignored leads"
      >
        <Share of={row.lost_or_ignored} why={unknown(row.lost_or_ignored.because)} />
      </InLedger>
    ),
  },
  {
    key: 'cost',
    head: 'Cost',
    of: (row) => row.cost,
    cell: (row, _, formats) => (
      <Cost row={row} minor={row.cost} why="no cost was taken in" formats={formats} />
    ),
  },
  {
    key: 'cost_per_accepted',
    head: 'Per accepted lead',
    of: (row) => row.cost_per_accepted,
    cell: (row, _, formats) => (
      <Cost
        row={row}
        minor={row.cost_per_accepted}
        why="no cost was taken in, or no lead was accepted"
        formats={formats}
      />
    ),
  },
];

/** What nobody knows of any row needs no column. */
export function isKnownOf(all: FunnelRow, { key }: Column): boolean {
  if (key.startsWith('cost')) return all.cost !== null;
  // Where every won opportunity is a lead's only one, the same number need not stand twice.
  if (key === 'won_leads') return all.won !== null && all.won !== all.won_leads.part;
  return !['sourced', 'influenced'].includes(key) || all.sourced_value !== null;
}
