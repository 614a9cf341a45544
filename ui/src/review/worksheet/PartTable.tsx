/** Numbers of the period, each with the period before and the same a year ago beneath it. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReviewDays, WorksheetCell, WorksheetColumn, WorksheetRow, WorksheetTable } from '../../api';
import { Few, Missing, SideBadge, useFormats, WideTable } from '../../shared';
import { NumberLink } from './NumberLink';
import classes from './Worksheet.module.css';

/** Pixels for the names of the rows, and for a column of numbers. */
const [nameWidth, columnWidth] = [220, 104];

export function PartTable({ table, days }: { table: WorksheetTable; days: ReviewDays }) {
  const { number } = useFormats();
  const { columns, rows, title, left_out: leftOut } = table;
  if (rows.length === 0) return null;
  const compares = rows.some(({ cells }) => cells.some(isCompared));
  return (
    // A single column stays near the names of its rows.
    <div className={classes.table} style={{ maxWidth: `${22 + columns.length * 10}rem` }}>
      <WideTable minWidth={nameWidth + columns.length * columnWidth}>
        <Table verticalSpacing="xs" className="tabular">
          <caption className="visually-hidden">
            {title}
            {compares && ': each number with the period before and the same period a year ago'}
          </caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.corner}>
                {title}
              </Table.Th>
              {columns.map((column) => (
                <Table.Th key={column.key} scope="col" className={classes.columnName}>
                  {column.name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={`${row.side}:${row.key}`} row={row} columns={columns} days={days} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {leftOut > 0 && <p className="soft small">And {number(leftOut)} more.</p>}
      {compares && <p className="soft small">Beneath each number: the period before · a year ago.</p>}
      <HowCounted columns={columns} />
    </div>
  );
}

const isCompared = ({ before, year_ago }: WorksheetCell) => before !== null || year_ago !== null;

interface RowProps {
  row: WorksheetRow;
  columns: readonly WorksheetColumn[];
  days: ReviewDays;
}

function Row({ row, columns, days }: RowProps) {
  return (
    <Table.Tr data-all={row.key === '' || undefined} className={classes.row}>
      <Table.Th scope="row" className={classes.rowName}>
        {row.side === null ? row.name : <SideBadge side={row.side}>{row.name}</SideBadge>}
      </Table.Th>
      {columns.map((column, place) => (
        <Table.Td key={column.key} className="number">
          <Cell
            cell={row.cells[place]}
            unit={column.unit}
            shown={(written) => (
              <NumberLink row={row} column={column} days={days}>
                {written}
              </NumberLink>
            )}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

interface CellProps {
  cell: WorksheetCell | undefined;
  unit: WorksheetColumn['unit'];
  /** How the number of the period is shown. */
  shown: (written: string) => ReactNode;
}

function Cell({ cell, unit, shown }: CellProps) {
  const { value, rate, number } = useFormats();
  // Rates with one place, as everywhere in tables: two say more than so few records can.
  const written = (one: number | null) =>
    one === null ? '–' : unit === 'percent' ? rate(one, 1) : value(unit, one);
  if (!cell) return <Missing why="not known" />;
  return (
    <>
      {cell.now === null ? (
        <Missing why={cell.because ?? 'not known for this period'} />
      ) : (
        <span className={classes.now}>{shown(written(cell.now))}</span>
      )}
      {cell.is_small && cell.now !== null && <Few />}
      {cell.n !== null && cell.now !== null && <span className={classes.beneath}>n {number(cell.n)}</span>}
      {isCompared(cell) && (
        <span className={classes.beneath}>
          <span className="visually-hidden">the period before </span>
          {written(cell.before)}
          <span aria-hidden> · </span>
          <span className="visually-hidden">, a year ago </span>
          {written(cell.year_ago)}
        </span>
      )}
    </>
  );
}

/** The formula of every column and where its numbers come from, for whoever asks. */
function HowCounted({ columns }: { columns: readonly WorksheetColumn[] }) {
  const sources = [...new Set(columns.map(({ source }) => source))];
  const [only] = sources;
  return (
    <details className={classes.how}>
      <summary>How these are counted</summary>
      <dl>
        {columns.map((column) => (
          <div key={column.key}>
            <dt>{column.name}</dt>
            <dd>
              {column.formula}
              {sources.length > 1 && column.source && `. Source: ${column.source}`}
            </dd>
          </div>
        ))}
      </dl>
      {sources.length === 1 && only && <p className="soft">Source: {only}.</p>}
    </details>
  );
}
