/** How the time of a session went, section by section. */
import { Table } from '@mantine/core';
import classes from './Session.module.css';
import type { SessionStop } from './stops';
import { lengthInWords } from './timing';
import type { SessionClock } from './useSessionClock';

export function HowTheTimeWent({ stops, clock }: { stops: readonly SessionStop[]; clock: SessionClock }) {
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
          {stops.map((stop) => (
            <Table.Tr key={stop.id}>
              <Table.Th scope="row" className={classes.timesHead}>
                {stop.title}
              </Table.Th>
              <Table.Td className="number">{lengthInWords(stop.minutes)}</Table.Td>
              <Table.Td className="number">{lengthInWords(Math.round(clock.takenBy(stop.id) / 60))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
