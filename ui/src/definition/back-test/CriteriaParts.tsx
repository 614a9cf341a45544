/** What each criterion does on its own: how many meet it, and who else would pass without it. */
import { Table } from '@mantine/core';
import type { CriterionPart } from '../../api';
import { Block, useFormats, WideTable } from '../../shared';
import classes from './BackTest.module.css';
import { MeasuredRate } from './MeasuredRate';

export function CriteriaParts({ criteria }: { criteria: readonly CriterionPart[] }) {
  const { number, money } = useFormats();
  if (criteria.length === 0) return null;
  const without = (more: number) => {
    if (more === 0) return 'as many';
    return more > 0 ? `${number(more)} more` : `${number(-more)} fewer`;
  };
  return (
    <Block
      title="What each criterion does"
      lead="Drop one, and so many more would pass. If those were accepted and won as often as the rest, the criterion only costs you leads."
    >
      <WideTable minWidth={640}>
        <Table className={`tabular ${classes.groups}`}>
          <caption className="visually-hidden">What each criterion does</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Criterion</Table.Th>
              <Table.Th scope="col" className="number">
                Met by
              </Table.Th>
              <Table.Th scope="col" className="number">
                Without it pass
              </Table.Th>
              <Table.Th scope="col" className="number">
                Of those, accepted
              </Table.Th>
              <Table.Th scope="col" className="number">
                Of those, won
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {criteria.map((part) => (
              <Table.Tr key={part.id}>
                <Table.Th scope="row" className={classes.criterion}>
                  {part.sentence}
                  <span className={classes.says}>{part.consequence}</span>
                </Table.Th>
                <Table.Td className="number">
                  <span className={classes.rate}>{number(part.met)}</span>
                  {part.not_met > 0 && <span className={classes.under}>not by {number(part.not_met)}</span>}
                  {part.unknown > 0 && (
                    <span className={classes.under}>not known of {number(part.unknown)}</span>
                  )}
                </Table.Td>
                <Table.Td className="number">
                  <strong>{without(part.more_without)}</strong>
                </Table.Td>
                <Table.Td className="number">
                  <MeasuredRate of={part.their_acceptance} why="sales decided on none of those" />
                </Table.Td>
                <Table.Td className="number">
                  <MeasuredRate of={part.their_won_leads} why="no further lead would pass" />
                  {part.their_won_value !== null && part.their_won_value > 0 && (
                    <span className={classes.under}>
                      worth {part.their_won_without_value > 0 && 'at least '}
                      {money(part.their_won_value)}
                    </span>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Block>
  );
}
