/** What would become of a file, or became of it: the counts, what is worth a word, and the rows that cannot be read. */
import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { type ImportReport, type RejectedRow, tell } from '../../api';
import type { StagedFile } from '../../platform';
import { useFormats, WideTable } from '../../shared';
import { haveShell } from '../../shared/shell';
import classes from './Import.module.css';

interface CountsProps {
  file: StagedFile;
  report: ImportReport | null;
  /** Whether it is done, rather than what would be done. */
  done: boolean;
  /** Whether opportunities find their leads only once those are in. */
  joinsLater?: boolean;
}

export function Counts({ file, report, done, joinsLater = false }: CountsProps) {
  const { number } = useFormats();
  if (!report) return null;
  const counts: [string, number][] = [
    ['New', report.added],
    ['Updated', report.updated],
    ['Unchanged', report.unchanged],
    ['Cannot be read', report.rejected],
  ];
  return (
    <>
      <dl className={classes.counts}>
        {counts.map(([name, count]) => (
          <div key={name} data-zero={count === 0 || undefined}>
            <dt>{name}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      <ul className={classes.notes}>
        {notes(report, joinsLater, done, number).map((note) => (
          <li key={note}>{note}</li>
        ))}
        {report.untranslated.slice(0, 5).map((value) => (
          <li key={`${value.column}:${value.value}`}>
            “{value.value}” in {value.column} has no term ({number(value.rows)}{' '}
            {value.rows === 1 ? 'row' : 'rows'}): the word is kept.
          </li>
        ))}
        {report.untranslated.length > 5 && (
          <li>{number(report.untranslated.length - 5)} more words have no term and are kept.</li>
        )}
      </ul>
      {report.rejected > 0 && <Rejected file={file} report={report} />}
    </>
  );
}

function notes(
  report: ImportReport,
  joinsLater: boolean,
  done: boolean,
  number: (value: number) => string,
): string[] {
  const all: string[] = [];
  const { source_missing: missing, conflicts, opportunities } = report;
  if (report.kind === 'leads') {
    all.push(
      missing === 0
        ? 'Every lead has its source.'
        : missing === 1
          ? '1 of the leads has no source. It is taken in and marked.'
          : `${number(missing)} of the leads have no source. They are taken in and marked.`,
    );
  }
  if (conflicts > 0) {
    all.push(
      `${number(conflicts)} ${conflicts === 1 ? 'value was' : 'values were'} changed here by hand and ${conflicts === 1 ? 'is' : 'are'} told otherwise by the file: what was changed here stays.`,
    );
  }
  for (const guess of report.guesses) all.push(`Taken as likely: ${guess}`);
  all.push(...report.notes);
  for (const { column, currency, rows, hundredths } of report.apart) {
    const amounts = `${number(rows)} ${rows === 1 ? 'amount' : 'amounts'} in ${column}`;
    const sum =
      hundredths === null
        ? 'more than can be counted'
        : `${currency === null ? '' : `${currency} `}${number(hundredths / 100)} in all`;
    all.push(
      currency === null
        ? `${amounts} without a currency, among others that have one, are kept with their records, apart from every sum: ${sum}.`
        : `${amounts} in ${currency} ${rows === 1 ? 'is' : 'are'} kept with ${rows === 1 ? 'its record' : 'their records'}, apart from every sum: ${sum}.`,
    );
  }
  if (joinsLater) all.push('How many opportunities find their lead is known once the leads are in.');
  else if (opportunities > 0 && report.kind !== 'costs') all.push(linksInWords(report, done, number));
  for (const lack of report.lacks) all.push(lack.why);
  return all;
}

/** Says how many opportunities this file links to a lead, and how many of the whole workspace have one then. */
function linksInWords(
  { newly_linked: found, linked, opportunities }: ImportReport,
  done: boolean,
  number: (value: number) => string,
): string {
  const here =
    found === 0
      ? `This file ${done ? 'linked' : 'links'} no further opportunity to its lead.`
      : `${number(found)} ${found === 1 ? 'opportunity' : 'opportunities'} ${done ? 'found' : 'will find'} a lead with this file.`;
  return `${here} In the whole workspace, ${number(linked)} of ${number(opportunities)} ${done ? 'have' : 'will have'} theirs.`;
}

const page = 20;

function Rejected({ file, report }: { file: StagedFile; report: ImportReport }) {
  const { number } = useFormats();
  const [most, setMost] = useState(page);
  const save = async () => {
    const saved = await haveShell('save_rejected_rows', { token: file.token });
    if (saved) tell(`Saved: ${saved.label}`);
  };
  const rows = report.rejected_rows;
  return (
    <section className={classes.rejected} aria-label={`Rows of ${file.label} that cannot be read`}>
      <div className={classes.rejectedHead}>
        <h4>
          {report.rejected === 1
            ? 'One row cannot be read'
            : `${number(report.rejected)} rows cannot be read`}
          {report.rejected > rows.length && `; the first ${number(rows.length)} are listed`}
        </h4>
        <Button size="compact-sm" onClick={() => void save()}>
          Save the list…
        </Button>
      </div>
      <WideTable minWidth={480}>
        <Table className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className="number">
                Row
              </Table.Th>
              <Table.Th scope="col">Column</Table.Th>
              <Table.Th scope="col">What stands there</Table.Th>
              <Table.Th scope="col">Why not</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, most).map((row) => (
              <RejectedLine key={`${row.row}:${row.column}`} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {rows.length > most && (
        <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + 100)}>
          Show more
        </Button>
      )}
    </section>
  );
}

function RejectedLine({ row }: { row: RejectedRow }) {
  const { number } = useFormats();
  return (
    <Table.Tr>
      <Table.Td className="number">{number(row.row)}</Table.Td>
      <Table.Td>{row.column ?? <span className="faint">the whole row</span>}</Table.Td>
      <Table.Td className={classes.said}>{row.value}</Table.Td>
      <Table.Td>{row.reason}</Table.Td>
    </Table.Tr>
  );
}
