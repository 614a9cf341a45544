/**
 * Takes in rows copied from a spreadsheet. The core reads them and says row by row what goes where and what is left and why;
 * nothing is filled in before that was seen.
 */
import { Button, Group, Modal, Stack, Table, Textarea } from '@mantine/core';
import { type ClipboardEvent, useState } from 'react';
import {
  asCallError,
  type CallError,
  inWords,
  leaveAnd,
  type PastedRow,
  type PastedTable,
  type PastedValue,
  type Taken,
  type UndoStep,
} from '../../api';
import { UnitValue, useDraft, WideTable } from '../../shared';
import classes from './PasteTable.module.css';
import { useTellTaken } from './taken';

/** Returns a table that is being pasted, and keeps it out of the field it was pasted into; null for ordinary text. */
export function pastedTable(event: ClipboardEvent): string | null {
  const text = event.clipboardData.getData('text/plain');
  if (!text.trim().includes('\t')) return null;
  event.preventDefault();
  return text;
}

/** What the core understood of the text; nothing while it is being read. */
export interface Understood {
  data?: PastedTable;
  error: CallError | null;
  /** Whether it is about an earlier text. */
  isPlaceholderData: boolean;
}

interface PasteTableProps {
  /** What was pasted; null while the dialog is closed. */
  text: string | null;
  setText: (text: string | null) => void;
  understood: Understood;
  title: string;
  lead: string;
  /** What goes in: lines of a table, or numbers. */
  what: 'line' | 'number';
  /** What the columns are called. */
  heads: readonly string[];
  /** What a field is called, and what stands in it now. */
  field: (into: string) => { label: string; now?: number | null };
  take: (text: string) => Promise<{ outcome: Taken; step: UndoStep | null }>;
}

export function PasteTable({ text, setText, understood, title, what, take, ...shown }: PasteTableProps) {
  const [error, setError] = useState<string | null>(null);
  const tellTaken = useTellTaken();
  const typed = text ?? '';
  useDraft('The rows', typed.trim() !== '', () => setText(null));
  const isRead = typed.trim() !== '' && !understood.isPlaceholderData;
  const table = isRead ? understood.data : undefined;
  const unread = isRead && understood.error ? inWords(understood.error) : null;
  const close = () => {
    setText(null);
    setError(null);
  };
  const read = async () => {
    try {
      const taken = await take(typed);
      close();
      tellTaken(taken, 'the pasted table', what);
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  const count = table ? countOf(table, what) : 0;
  return (
    <Modal opened={text !== null} onClose={() => leaveAnd(close)} title={title} size="xl">
      <Stack gap="md">
        <Textarea
          data-autofocus
          label="The rows"
          description={shown.lead}
          placeholder={`${shown.heads.join('    ')}\n…`}
          minRows={3}
          maxRows={6}
          value={typed}
          error={error ?? unread}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setError(null);
          }}
        />
        {table && <Understanding table={table} what={what} {...shown} />}
        <Group justify="flex-end">
          <Button onClick={() => leaveAnd(close)}>Cancel</Button>
          <Button variant="filled" disabled={count === 0} onClick={() => void read()}>
            Fill in{count > 0 && ` ${counted(count, what)}`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function countOf({ rows }: PastedTable, what: 'line' | 'number'): number {
  return rows.reduce(
    (sum, { values }) => sum + (what === 'line' ? Math.min(values.length, 1) : values.length),
    0,
  );
}

const counted = (count: number, what: string) => `${count} ${count === 1 ? what : `${what}s`}`;

type UnderstandingProps = Pick<PasteTableProps, 'what' | 'field'> & { table: PastedTable };

function Understanding({ table, what, field }: UnderstandingProps) {
  const rows = table.rows.filter((row) => !row.is_heading);
  const left = rows.filter((row) => row.values.length === 0).length;
  return (
    <div>
      <p role="status" className={classes.summary}>
        {counted(countOf(table, what), what)} understood
        {left > 0 && `, ${counted(left, 'row')} left out`}. {table.notes.join(' ')}
      </p>
      <WideTable minWidth={480} maxHeight="40vh">
        <Table className="tabular" stickyHeader>
          <caption className="visually-hidden">What was understood of each pasted row</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">In your table</Table.Th>
              <Table.Th scope="col">Goes into</Table.Th>
              <Table.Th scope="col" className="number">
                Read as
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={row.row} row={row} field={field} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </div>
  );
}

function Row({ row, field }: { row: PastedRow; field: PasteTableProps['field'] }) {
  return (
    <Table.Tr className={row.values.length === 0 ? classes.left : undefined}>
      <Table.Th scope="row" className={classes.pasted}>
        {row.name || 'without a name'}
        <span className={classes.cells}>{row.cells.filter((cell) => cell !== '').join('  ')}</span>
      </Table.Th>
      {row.values.length === 0 ? (
        <Table.Td colSpan={2}>Left out: {row.left}.</Table.Td>
      ) : (
        <>
          <Table.Td>
            {row.values.map(({ into }) => (
              <div key={into}>{field(into).label}</div>
            ))}
            {row.left && <span className={classes.note}>Left out: {row.left}.</span>}
          </Table.Td>
          <Table.Td className="number">
            {row.values.map((value) => (
              <ReadAs key={value.into} value={value} now={field(value.into).now} />
            ))}
          </Table.Td>
        </>
      )}
    </Table.Tr>
  );
}

function ReadAs({ value: { unit, value }, now }: { value: PastedValue; now?: number | null }) {
  const isOther = now !== null && now !== undefined && now !== value;
  return (
    <div>
      <strong>
        <UnitValue unit={unit} value={value} />
      </strong>
      {isOther && (
        <span className={classes.note}>
          instead of <UnitValue unit={unit} value={now} />
        </span>
      )}
    </div>
  );
}
