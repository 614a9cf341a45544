/** The last stop: what was decided, what is to be done and by whom, what is still parked, and how the time went. */
import { Button, Table } from '@mantine/core';
import type { PlanView } from '../../api';
import { Section } from '../../shared';
import classes from '../../shared/session/Session.module.css';
import type { Kind } from './capturing';
import { Minutes } from './Minutes';
import { sectionTitles } from './sections';
import { lengthInWords } from './timing';
import type { SessionClock } from './useSessionClock';

interface ClosingProps {
  view: PlanView;
  /** Whether the file can be written. */
  editable: boolean;
  clock: SessionClock;
  capture: (kind: Kind) => void;
  leave: () => void;
}

export function Closing({ view, editable, clock, capture, leave }: ClosingProps) {
  return (
    <Section
      id="closing"
      title="Closing"
      lead="What we leave with. It stays with the plan."
      actions={
        <Button variant="filled" onClick={leave}>
          Close the session
        </Button>
      }
    >
      <Minutes view={view} editable={editable} capture={capture} names={false} />
      <HowTheTimeWent view={view} clock={clock} />
    </Section>
  );
}

function HowTheTimeWent({ view, clock }: Pick<ClosingProps, 'view' | 'clock'>) {
  return (
    <section className={classes.times} aria-label="How the time went">
      <h3 className={classes.timesTitle}>How the time went</h3>
      <Table className="tabular" w="auto">
        <caption className="visually-hidden">Planned and taken time by section</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Section</Table.Th>
            <Table.Th scope="col" className="number">
              Planned
            </Table.Th>
            <Table.Th scope="col" className="number">
              Taken
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.session.agenda.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Th scope="row" className={classes.timesHead}>
                {sectionTitles[item.section]}
              </Table.Th>
              <Table.Td className="number">{lengthInWords(item.minutes)}</Table.Td>
              <Table.Td className="number">{lengthInWords(Math.round(clock.takenBy(item.id) / 60))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
