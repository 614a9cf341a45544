/** What is known of a persona: phase by phase, in four columns. */
import { Table } from '@mantine/core';
import type { BuyingCycleView, Persona } from '../../api';
import { keysOf, Section, WideTable } from '../../shared';
import { kinds } from '../words';
import { InsightCell } from './InsightCell';
import classes from './Insights.module.css';

interface InsightGridProps {
  view: BuyingCycleView;
  persona: Persona;
  editable: boolean;
}

export function InsightGrid({ view, persona, editable }: InsightGridProps) {
  const name = persona.name || 'this persona';
  return (
    <Section
      id="insights"
      title={`What you know of ${name}, phase by phase`}
      lead={
        view.phases.length === 0
          ? 'Add a phase below, then write down what they need in it.'
          : 'In their words, not yours. Say how you know: what a customer said counts more than what we think.'
      }
    >
      {view.phases.length > 0 && (
        <WideTable minWidth={840}>
          <Table className={classes.grid} layout="fixed" verticalSpacing="xs">
            <caption className="visually-hidden">What you know of {name}</caption>
            <thead>
              <tr>
                {keysOf(kinds).map((kind) => (
                  <th key={kind} scope="col">
                    {kinds[kind].heading}
                    <span className={classes.asks}>{kinds[kind].asks}</span>
                  </th>
                ))}
              </tr>
            </thead>
            {view.phases.map((phase) => (
              <tbody key={phase.id}>
                <tr>
                  <th colSpan={4} scope="rowgroup" className={classes.phase}>
                    {phase.name || 'A phase without a name'}
                  </th>
                </tr>
                <tr className={classes.cells}>
                  {keysOf(kinds).map((kind) => (
                    <td key={kind}>
                      <InsightCell
                        view={view}
                        persona={persona}
                        phase={phase}
                        kind={kind}
                        editable={editable}
                      />
                    </td>
                  ))}
                </tr>
              </tbody>
            ))}
          </Table>
        </WideTable>
      )}
    </Section>
  );
}
