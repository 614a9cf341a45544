/** The funnel in numbers, one line each, sorted by any column. Every rate shows its n; small ones are marked. */
import { Table, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { type FunnelOrder, type FunnelRow, type LeadFunnelView, useAsk } from '../../api';
import { Few, useFormats, WideTable } from '../../shared';
import { behind } from '../parts/behind';
import { wayName } from '../parts/CountedBy';
import type { FunnelPlace, LedgerPlace } from '../places';
import { type Column, columns, isKnownOf } from './columns';
import classes from './Funnel.module.css';
import { rowName } from './names';

interface Sort {
  key: FunnelOrder;
  down: boolean;
}

export function FunnelTable({ view, place }: { view: LeadFunnelView; place: FunnelPlace }) {
  const [sort, setSort] = useState<Sort | null>(null);
  const by = place.by ?? 'source';
  const { from, to } = place;
  // The core puts the rows in order: the largest first, names from A to Z.
  const reverse = sort !== null && (sort.key === 'name' ? sort.down : !sort.down);
  const sorted = useAsk(
    'lead_funnel',
    { by, from, to, sort: sort?.key, reverse },
    { keep: true, enabled: sort !== null },
  );
  const rows = (sort && sorted.data?.rows) ?? view.rows;
  const shown = columns.filter((column) => isKnownOf(view.all, column));
  const turnBy = (key: FunnelOrder) =>
    setSort((before) => ({ key, down: before?.key === key ? !before.down : key !== 'name' }));
  const everything = { ...(place.from && { from: place.from }), ...(place.to && { to: place.to }) };
  return (
    <WideTable minWidth={900}>
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
              leads={behind(place, row)}
              columns={shown}
            />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Line row={view.all} name="All" leads={everything} columns={shown} />
        </Table.Tfoot>
      </Table>
    </WideTable>
  );
}

interface HeadProps {
  name: string;
  id: FunnelOrder;
  sort: Sort | null;
  turnBy: (key: FunnelOrder) => void;
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
