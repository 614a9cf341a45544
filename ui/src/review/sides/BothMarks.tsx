/** The marks of both sides side by side: confidence in the goals, and the four statements as each side read them. */
import { Table } from '@mantine/core';
import type { MarkPair } from '../../api';
import { Block, Missing, SideBadge, SidePair, WideTable } from '../../shared';
import { type ReviewSide, reviewSides } from '../words';
import classes from './Sides.module.css';
import { statementFor } from './statements';

export function BothMarks({ marks }: { marks: readonly MarkPair[] }) {
  const goals = marks.filter((pair) => !pair.is_pulse);
  const pulse = marks.filter((pair) => pair.is_pulse);
  const bothGave = reviewSides.every((side) => pulse.some((pair) => pair[side] !== null));
  const of = (side: ReviewSide) => <PulseOf side={side} pairs={pulse} />;
  return (
    <>
      {goals.some(({ sales, marketing }) => sales !== null || marketing !== null) && (
        <Block title="How confident each side is of the goals" lead="From 1, not at all, to 5, fully.">
          <div className={classes.marksTable}>
            <WideTable minWidth={360}>
              <Table className="tabular">
                <caption className="visually-hidden">
                  Confidence of both sides in each goal, from 1 to 5
                </caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">Goal</Table.Th>
                    <Table.Th scope="col" className="number">
                      <SideBadge side="sales" />
                    </Table.Th>
                    <Table.Th scope="col" className="number">
                      <SideBadge side="marketing" />
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {goals.map((pair) => (
                    <Table.Tr key={pair.about}>
                      <Table.Th scope="row">{pair.to_sales}</Table.Th>
                      <Table.Td className="number">
                        <Mark mark={pair.sales} />
                      </Table.Td>
                      <Table.Td className="number">
                        <Mark mark={pair.marketing} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </WideTable>
          </div>
        </Block>
      )}
      {pulse.length > 0 && (
        <Block title="Pulse" lead="What each side says of itself and of the other, from 1 to 5.">
          {bothGave ? (
            <SidePair sales={of('sales')} marketing={of('marketing')} />
          ) : (
            <p className="soft">Not both sides gave marks, so neither side’s are shown.</p>
          )}
        </Block>
      )}
    </>
  );
}

function Mark({ mark }: { mark: number | null }) {
  return mark === null ? <Missing why="no mark was given" /> : mark;
}

function PulseOf({ side, pairs }: { side: ReviewSide; pairs: readonly MarkPair[] }) {
  return (
    <ul className={classes.marks}>
      {pairs.map((pair) => (
        <li key={pair.about} className={classes.mark}>
          <span>{statementFor(pair, side)}</span>
          <strong className="tabular">
            <Mark mark={pair[side]} />
          </strong>
        </li>
      ))}
    </ul>
  );
}
