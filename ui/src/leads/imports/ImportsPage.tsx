/** The files that were taken in: what came of each, by whom, and the way back. */
import { Table } from '@mantine/core';
import { type Import, useAsk } from '../../api';
import { ButtonLink, Page, useFormats, WideTable } from '../../shared';
import { Failed } from '../parts/Failed';
import { InLedger } from '../parts/InLedger';
import { NoLeads } from '../parts/NoLeads';
import { kindNames } from '../words';
import classes from './Imports.module.css';
import { TakeBack } from './TakeBack';

export function ImportsPage() {
  const imports = useAsk('list_imports', {});
  const people = useAsk('people', {});
  if (imports.isError) return <Failed title="Imports" error={imports.error} />;
  if (!imports.data) return null;
  const all = imports.data;
  const nameOf = (id: string | null) => people.data?.people.find((person) => person.id === id)?.name;
  if (all.length === 0) {
    return (
      <Page title="Imports">
        <NoLeads title="Nothing was taken in yet" />
      </Page>
    );
  }
  return (
    <Page
      title={all.length === 1 ? 'One file was taken in' : `${all.length} files were taken in`}
      lead="The latest first. Taking one back removes what it brought, and leaves alone what somebody edited since."
      actions={
        <ButtonLink to="/leads/import" search={{}} variant="filled">
          Take in leads…
        </ButtonLink>
      }
      wide
    >
      <WideTable minWidth={760}>
        <Table className={`tabular ${classes.table}`}>
          <caption className="visually-hidden">Files that were taken in</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">File</Table.Th>
              <Table.Th scope="col" className="number">
                New
              </Table.Th>
              <Table.Th scope="col" className="number">
                Updated
              </Table.Th>
              <Table.Th scope="col" className="number">
                Unchanged
              </Table.Th>
              <Table.Th scope="col" className="number">
                Not read
              </Table.Th>
              <Table.Th scope="col">By</Table.Th>
              <Table.Th scope="col">
                <span className="visually-hidden">Take back</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {all.map((one) => (
              <ImportRow key={one.id} one={one} by={nameOf(one.person)} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Page>
  );
}

function ImportRow({ one, by }: { one: Import; by: string | undefined }) {
  const { number, instant } = useFormats();
  const back = one.taken_back_at !== null;
  const leads = one.kind === 'leads' && !back && one.added > 0 ? { import: one.id } : undefined;
  return (
    <Table.Tr data-back={back || undefined}>
      <Table.Th scope="row" className={classes.file}>
        {one.file_name}
        <span className={classes.more}>
          {kindNames[one.kind]}, {number(one.rows)} {one.rows === 1 ? 'row' : 'rows'}
        </span>
      </Table.Th>
      <Table.Td className="number">
        <InLedger leads={leads} says={`leads that ${one.file_name} brought`}>
          {number(one.added)}
        </InLedger>
      </Table.Td>
      <Table.Td className="number">{number(one.updated)}</Table.Td>
      <Table.Td className="number">{number(one.unchanged)}</Table.Td>
      <Table.Td className="number">{number(one.rejected)}</Table.Td>
      <Table.Td>
        {by ?? <span className="faint">nobody had said who they are</span>}
        <span className={classes.more}>{instant(one.at)}</span>
      </Table.Td>
      <Table.Td align="right">
        {one.taken_back_at !== null ? (
          <span className="soft">
            taken back
            <span className={classes.more}>{instant(one.taken_back_at)}</span>
          </span>
        ) : (
          <TakeBack id={one.id} fileName={one.file_name} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
