/** The year's budget and what the five buckets take of it. The sums are the core's. */
import { Table } from '@mantine/core';
import { type PlanView, useAct } from '../../api';
import { Money, MoneyField, Num, WideTable } from '../../shared';
import classes from './RisksSection.module.css';

export function BudgetSummary({ view, editable }: { view: PlanView; editable: boolean }) {
  const edit = useAct('edit_plan');
  const { buckets, budget, budget_left: left, expected_leads: leads } = view.initiatives;
  const isOver = left !== null && left < 0;
  return (
    <div className={classes.list}>
      <h3 className={classes.title}>Budget</h3>
      <div className={classes.budget}>
        <MoneyField
          label="Budget for the year"
          value={view.plan.budget}
          save={(amount) => edit.attempt({ id: view.plan.id, change: { budget: amount } })}
          locked={!editable}
        />
        {left !== null && (
          <p className={classes.left} data-over={isOver}>
            {isOver ? (
              <>
                ▲ The initiatives take <Money value={-left} /> more than the budget.
              </>
            ) : (
              <>
                <Money value={left} /> not yet given out.
              </>
            )}
          </p>
        )}
      </div>
      <WideTable minWidth={420}>
        <Table className="tabular">
          <caption className="visually-hidden">Budget by bucket</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Bucket</Table.Th>
              <Table.Th scope="col" className="number">
                Initiatives
              </Table.Th>
              <Table.Th scope="col" className="number">
                Expected accepted leads
              </Table.Th>
              <Table.Th scope="col" className="number">
                Budget
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {buckets.map((sum) => (
              <Table.Tr key={sum.bucket}>
                <Table.Th scope="row" className={classes.rowHead}>
                  {sum.name}
                </Table.Th>
                <Table.Td className="number">
                  <Num value={sum.count} />
                </Table.Td>
                <Table.Td className="number">
                  <Num value={sum.expected_leads} />
                </Table.Td>
                <Table.Td className="number">
                  <Money value={sum.budget} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">All initiatives</Table.Th>
              <Table.Td className="number">
                <Num value={view.initiatives.lines.length} />
              </Table.Td>
              <Table.Td className="number">
                <Num value={leads} />
              </Table.Td>
              <Table.Td className="number">
                <strong>
                  <Money value={budget} />
                </strong>
              </Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </WideTable>
    </div>
  );
}
