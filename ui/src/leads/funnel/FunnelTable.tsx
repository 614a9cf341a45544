/** The funnel in numbers, one line each, sorted by any column. Every rate shows its n; small ones are marked. */
import { Table, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FunnelRow, LeadFunnelView } from '../../api';
import { Missing, useFormats } from '../../shared';
import { useBehind } from '../parts/behind';
import { wayName } from '../parts/CountedBy';
import { InLedger } from '../parts/InLedger';
import { Few, Share } from '../parts/Share';
import type { FunnelPlace, LedgerPlace } from '../places';
import classes from './Funnel.module.css';
import { rowName } from './names';

interface Column {
  key: string;
  head: string;
  of: (row: FunnelRow) => number | null;
  cell: (row: FunnelRow, leads: LedgerPlace | undefined, formats: ReturnType<typeof useFormats>) => ReactNode;
}

const money = (minor: number | null, formats: ReturnType<typeof useFormats>, why: string) =>
  minor === null ? <Missing why={why} /> : formats.money(Math.round(minor));

const columns: readonly Column[] = [
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
    cell: (row, _, { number }) => number(row.won),
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
function isKnownOf(all: FunnelRow, { key }: Column): boolean {
  if (key.startsWith('cost')) return all.cost !== null;
  return !['sourced', 'influenced'].includes(key) || all.sourced_value !== null;
}

interface Sort {
  key: string;
  down: boolean;
}

/** Sorts rows by a column; what has no number stands last, either way. */
export function sorted(rows: readonly FunnelRow[], sort: Sort | null, by: string): FunnelRow[] {
  if (!sort) return [...rows];
  const turn = sort.down ? -1 : 1;
  if (sort.key === 'name')
    return [...rows].sort((one, other) => turn * rowName(one, by).localeCompare(rowName(other, by)));
  const column = columns.find((one) => one.key === sort.key);
  if (!column) return [...rows];
  return [...rows].sort((one, other) => {
    const [a, b] = [column.of(one), column.of(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return turn * (a - b);
  });
}

export function FunnelTable({ view, place }: { view: LeadFunnelView; place: FunnelPlace }) {
  const [sort, setSort] = useState<Sort | null>(null);
  const behind = useBehind(place);
  const by = place.by ?? 'source';
  const rows = sorted(view.rows, sort, by);
  const shown = columns.filter((column) => isKnownOf(view.all, column));
  const turnBy = (key: string) =>
    setSort((before) => ({ key, down: before?.key === key ? !before.down : key !== 'name' }));
  const everything = { ...(place.from && { from: place.from }), ...(place.to && { to: place.to }) };
  return (
    <Table.ScrollContainer minWidth={900} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className={`tabular ${classes.table}`}>
        <caption className="visually-hidden">
          What became of the leads, by {wayName(by)}. The heads sort the table.
        </caption>
        <Table.Thead>
          <Table.Tr>
            <Head name={`By ${wayName(by)}`} id="name" sort={sort} turnBy={turnBy} />
            {shown.map((column) => (
              <Head key={column.key} name={column.head} id={column.key} sort={sort} turnBy={turnBy} number />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Line
              key={row.name ?? ''}
              row={row}
              name={rowName(row, by)}
              leads={behind(row.name)}
              columns={shown}
            />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Line row={view.all} name="All" leads={everything} columns={shown} />
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}

interface HeadProps {
  name: string;
  id: string;
  sort: Sort | null;
  turnBy: (key: string) => void;
  number?: boolean;
}

function Head({ name, id, sort, turnBy, number }: HeadProps) {
  const here = sort?.key === id;
  return (
    <Table.Th
      scope="col"
      className={number ? 'number' : undefined}
      aria-sort={here ? (sort.down ? 'descending' : 'ascending') : undefined}
    >
      <UnstyledButton className={classes.head} onClick={() => turnBy(id)}>
        {name}
        <span aria-hidden>{here ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
      </UnstyledButton>
    </Table.Th>
  );
}

interface LineProps {
  row: FunnelRow;
  name: string;
  leads: LedgerPlace | undefined;
  columns: readonly Column[];
}

function Line({ row, name, leads, columns: shown }: LineProps) {
  const formats = useFormats();
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        {name}
        {row.small && <Few />}
      </Table.Th>
      {shown.map((column) => (
        <Table.Td key={column.key} className="number">
          {column.cell(row, leads, formats)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
