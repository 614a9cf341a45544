/** Second: what becomes of each column. */
import { Button, Select, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { DraftColumn, MappingEdit, Use } from '../../api';
import { useFormats, WideTable } from '../../shared';
import { haveShell } from '../../shared/shell';
import { kindNames } from '../words';
import classes from './Import.module.css';
import type { StepParts } from './ImportPage';
import { Questions } from './Questions';
import { Foot, nextName, StepTitle, WhichFile } from './Steps';
import { aboutColumns, canGoOn, leftToSayOfColumns, type ReadyFile, wantsALook } from './state';

/** How many columns are drawn at once; a file may have thousands. */
const page = 100;

export function ColumnsStep({ files, shown, show, back, on, next }: StepParts) {
  const [most, setMost] = useState(page);
  if (!canGoOn(files)) return null;
  const file = files.find((one) => one.token === shown) ?? files[0];
  if (!file) return null;
  const { columns, lacks, kind } = file.draft;
  const left_to_say = leftToSayOfColumns(file);
  const waits = files.find((one) => leftToSayOfColumns(one) !== null);
  const toSee = columns.filter(wantsALook).length;
  return (
    <>
      <StepTitle>{summary(columns, toSee)}</StepTitle>
      <WhichFile files={files} shown={file.token} show={show} />
      {file.draft.remembered && (
        <p className={classes.note}>
          Read as the last file of this shape.{' '}
          <Button
            size="compact-sm"
            onClick={() => void haveShell('set_record_kind', { token: file.token, kind, afresh: true })}
          >
            Guess afresh
          </Button>
        </p>
      )}
      <Questions questions={aboutColumns(file)} token={file.token} />
      {lacks.map((lack) => (
        <p key={lack.why} className={lack.stops ? classes.ask : classes.note}>
          {lack.why}
        </p>
      ))}
      <WideTable minWidth={640}>
        <Table className={classes.columns}>
          <caption className="visually-hidden">
            The columns of {file.label} and what they become as {kind && kindNames[kind].toLowerCase()}
          </caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Column in the file</Table.Th>
              <Table.Th scope="col">Becomes</Table.Th>
              <Table.Th scope="col">Why</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.slice(0, most).map((column) => (
              <ColumnRow key={column.column} column={column} file={file} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {columns.length > most && (
        <Button onClick={() => setMost(most + page)}>
          Show {Math.min(page, columns.length - most)} more
        </Button>
      )}
      <Foot
        back={back}
        note={
          left_to_say ? (
            <span role="status" className={classes.ask}>
              {left_to_say.message}{' '}
              {toSee > 0 && (
                <Button size="compact-sm" onClick={showFirst}>
                  Show me
                </Button>
              )}
            </span>
          ) : (
            waits && waits.token !== file.token && `${waits.label} still has a question.`
          )
        }
      >
        {waits && waits.token !== file.token ? (
          <Button variant="filled" onClick={() => show(waits.token)}>
            Look at {waits.label}
          </Button>
        ) : (
          <Button variant="filled" disabled={left_to_say !== null} onClick={on}>
            {nextName(next)}
          </Button>
        )}
      </Foot>
    </>
  );
}

/** Goes to the first column that wants a look. */
function showFirst() {
  const row = document.querySelector('tr[data-look]');
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('td input')?.focus({ preventScroll: true });
}

function summary(columns: readonly DraftColumn[], toSee: number): string {
  const count = (is: Use['is']) => columns.filter((column) => column.becomes.is === is).length;
  const fields = count('field');
  const kept = count('attribute');
  const out = count('left_out');
  const parts = [`${fields} of ${columns.length} columns became fields`];
  if (kept > 0)
    parts.push(`${kept} ${kept === 1 ? 'is' : 'are'} kept as ${kept === 1 ? 'an attribute' : 'attributes'}`);
  if (out > 0) parts.push(`${out} left out`);
  const look = toSee === 0 ? '' : `. ${toSee === 1 ? 'One wants' : `${toSee} want`} a look`;
  return parts.join(', ') + look;
}

/** A column's use as one word for a list, and back. */
const asChoice = (use: Use) => (use.is === 'field' ? `field:${use.field}` : use.is);
const asUse = (choice: string): Use =>
  choice.startsWith('field:') ? ({ is: 'field', field: choice.slice(6) } as Use) : ({ is: choice } as Use);

function ColumnRow({ column, file }: { column: DraftColumn; file: ReadyFile }) {
  const { number, rate } = useFormats();
  const { draft, token } = file;
  const look = wantsALook(column);
  const nameOf = (field: string) => draft.fields.find((entry) => entry.field === field)?.name ?? field;
  const heldBy = (field: string) =>
    draft.columns.find(
      (other) =>
        other.column !== column.column && other.becomes.is === 'field' && other.becomes.field === field,
    );
  const say = (edit: MappingEdit) => void haveShell('edit_mapping', { token, edit });
  return (
    <Table.Tr data-look={look || undefined}>
      <Table.Th scope="row" className={classes.column}>
        {column.column}
        <span className={classes.samples}>{column.filled === 0 ? 'empty' : column.samples.join(' · ')}</span>
        {column.filled > 0 && column.filled < draft.rows && (
          <span className={classes.samples}>
            in {number(column.filled)} of {number(draft.rows)} rows
          </span>
        )}
      </Table.Th>
      <Table.Td>
        <Select
          aria-label={`${column.column} becomes`}
          value={asChoice(column.becomes)}
          searchable
          maxDropdownHeight={320}
          comboboxProps={{ width: 320, position: 'bottom-start' }}
          data={[
            {
              group: 'Without a field',
              items: [
                { value: 'attribute', label: 'Keep as attribute' },
                { value: 'left_out', label: 'Leave out' },
              ],
            },
            {
              group: 'Fields',
              items: draft.fields.map((entry) => ({ value: `field:${entry.field}`, label: entry.name })),
            },
          ]}
          renderOption={({ option }) => {
            const field = option.value.startsWith('field:') ? option.value.slice(6) : null;
            const held = field && heldBy(field);
            return (
              <span>
                {option.label}
                <span className={classes.about}>
                  {field
                    ? held
                      ? `now “${held.column}”`
                      : draft.fields.find((entry) => entry.field === field)?.about
                    : option.value === 'attribute'
                      ? 'kept under its own name, to count and judge by'
                      : 'nothing of it is kept'}
                </span>
              </span>
            );
          }}
          onChange={(choice) =>
            choice &&
            choice !== asChoice(column.becomes) &&
            say({ about: 'column', column: column.column, becomes: asUse(choice) })
          }
        />
        {column.also && <span className={classes.samples}>and {nameOf(column.also)}</span>}
      </Table.Td>
      <Table.Td>
        {look && (
          <p className={classes.ask}>
            <IconAlertTriangle size={16} aria-hidden /> {column.ask}
          </p>
        )}
        {column.noticed.map((note) => (
          <p key={note} className={classes.noticed}>
            {note}
          </p>
        ))}
        <span className={classes.why}>
          {column.why}
          {column.confidence !== null && column.confidence < 100 && column.becomes.is === 'field' && (
            <span className="faint"> {rate(column.confidence * 100, 0)} sure.</span>
          )}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
