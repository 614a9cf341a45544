/**
 * What stands around every chart: a title that states the finding, the same in words for whoever does not see it, and
 * "Show as table". The drawings are plain SVG and boxes in the sides' hues, without animation.
 */
import { Button, Table } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { WideTable } from '../parts/WideTable';
import classes from './ChartFrame.module.css';

export interface ChartTable {
  /** The heads; the first column names the rows. */
  heads: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}

interface ChartFrameProps {
  /** What the chart shows, as a finding: "Accepted leads must start two months before the deals". */
  title: string;
  /** The same in words. */
  says: string;
  table: ChartTable;
  /** A line under the chart. */
  note?: ReactNode;
  children: ReactNode;
}

export function ChartFrame({ title, says, table, note, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className={classes.frame} aria-labelledby={id}>
      <div className={classes.head}>
        <figcaption className={classes.title} id={id}>
          {title}
        </figcaption>
        <Button
          size="compact-sm"
          variant="subtle"
          flex="none"
          onClick={() => setAsTable(!asTable)}
          aria-pressed={asTable}
        >
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </div>
      {asTable ? (
        <DataTable {...table} caption={title} />
      ) : (
        <div role="img" aria-label={says}>
          {/* The drawing itself says nothing to a screen reader; the words above do. */}
          <div aria-hidden>{children}</div>
        </div>
      )}
      {note && <div className={classes.note}>{note}</div>}
    </figure>
  );
}

/** A plain table: the first column names the rows, all others are numbers. */
function DataTable({ heads, rows, caption }: ChartTable & { caption: string }) {
  return (
    <WideTable minWidth={360}>
      <Table className="tabular">
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, column) => (
              <Table.Th key={head} scope="col" className={column > 0 ? 'number' : undefined}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a drawn table have no identity but their place
            <Table.Tr key={row}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <Table.Th key={heads[column]} scope="row" className={classes.rowHead}>
                    {cell}
                  </Table.Th>
                ) : (
                  <Table.Td key={heads[column]} className="number">
                    {cell}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
