/** What became of those that pass, of those that would have to wait, of those turned away, and of all others together. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BackTestView, TestedGroup } from '../../api';
import { Money, VerdictMark, WideTable } from '../../shared';
import classes from './BackTest.module.css';
import { MeasuredRate } from './MeasuredRate';

const rows: { name: string; says: string; shown: (group: TestedGroup) => ReactNode }[] = [
  {
    name: 'Leads',
    says: 'share of all leads',
    shown: (group) => <MeasuredRate of={group.share} why="there are no leads" />,
  },
  {
    name: 'Accepted by sales',
    says: 'of those that sales decided on',
    shown: (group) => <MeasuredRate of={group.acceptance} why="sales decided on none of them" />,
  },
  {
    name: 'Became an opportunity',
    says: 'of the leads',
    shown: (group) => <MeasuredRate of={group.converted} why="there are no leads" />,
  },
  {
    name: 'Won',
    says: 'of the leads',
    shown: (group) => <MeasuredRate of={group.won_leads} why="there are no leads" />,
  },
  {
    name: 'Win rate',
    says: 'won of won and lost',
    shown: (group) => <MeasuredRate of={group.win_rate} why="none was won or lost" />,
  },
  {
    name: 'Won value',
    says: '',
    shown: (group) => (
      <>
        {group.won_value !== null && group.won_without_value > 0 && '≥ '}
        <Money value={group.won_value} why="no file says what was won, or what it is worth" />
      </>
    ),
  },
];

export function Groups({ found }: { found: BackTestView }) {
  const { against } = found;
  const groups: { key: string; head: ReactNode; group: TestedGroup }[] = [
    { key: 'passed', head: <VerdictMark verdict="qualified" />, group: found.passed },
    { key: 'not yet', head: <VerdictMark verdict="not_yet" />, group: found.not_yet },
    { key: 'not qualified', head: <VerdictMark verdict="not_qualified" />, group: found.not_qualified },
    { key: 'others', head: 'All that do not pass', group: found.others },
    ...(against
      ? [
          {
            key: 'against',
            head: <>Pass by version {against.version}</>,
            group: against.passed,
          },
        ]
      : []),
  ];
  return (
    <WideTable minWidth={720}>
      <Table className={`tabular ${classes.groups}`}>
        <caption className="visually-hidden">What became of the leads, by verdict</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {groups.map(({ key, head }) => (
              <Table.Th key={key} scope="col" className="number">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row" className={classes.rowHead}>
                {row.name}
                {row.says && <span className={classes.says}>{row.says}</span>}
              </Table.Th>
              {groups.map(({ key, group }) => (
                <Table.Td key={key} className="number">
                  {row.shown(group)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
