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
          <Table className={classes.grid} layout="fixed" verticalSpacing="xs" withRowBorders={false}>
            <Table.Caption className="visually-hidden">What you know of {name}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                {keysOf(kinds).map((kind) => (
                  <Table.Th key={kind} scope="col">
                    {kinds[kind].heading}
                    <span className={classes.asks}>{kinds[kind].asks}</span>
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            {view.phases.map((phase) => (
              <Table.Tbody key={phase.id}>
                <Table.Tr>
                  <Table.Th colSpan={4} scope="rowgroup" className={classes.phase}>
                    {phase.name || 'A phase without a name'}
                  </Table.Th>
                </Table.Tr>
                <Table.Tr>
                  {keysOf(kinds).map((kind) => (
                    <Table.Td key={kind}>
                      <InsightCell
                        view={view}
                        persona={persona}
                        phase={phase}
                        kind={kind}
                        editable={editable}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              </Table.Tbody>
            ))}
          </Table>
        </WideTable>
      )}
    </Section>
  );
}
