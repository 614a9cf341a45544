/** Fills last year's numbers from the leads in this workspace, after showing what each becomes. */
import { Button, Group, Modal, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type LeadYearView, useAct, useAsk } from '../../api';
import { Missing, UnitValue, useFormats } from '../../shared';
import type { SectionProps } from '../sectionProps';
import classes from './TakeFromLeads.module.css';
import { useTellTaken } from './taken';
import { tellsSomething, type YearLine, yearLines } from './yearFields';

/** There only when the leads tell something of that year. */
export function TakeFromLeads({ view }: Pick<SectionProps, 'view'>) {
  const year = useAsk('lead_year', { year: view.plan.year - 1 });
  const take = useAct('take_look_back_from_leads');
  const tellTaken = useTellTaken();
  const [asking, setAsking] = useState(false);
  if (!year.data || !tellsSomething(year.data)) return null;
  const run = async () => {
    const done = await take.runStep({ plan: view.plan.id });
    if (!done) return;
    setAsking(false);
    tellTaken(done, 'our leads', 'number');
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>Take from our leads…</Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Last year, as our leads tell it"
        size="xl"
      >
        <Preview lines={yearLines(view.look_back.numbers, year.data)} year={year.data} />
        <Group mt="lg">
          <Button variant="filled" onClick={() => void run()} loading={take.isRunning}>
            Take these numbers
          </Button>
          <Button variant="subtle" onClick={() => setAsking(false)}>
            Leave them as they are
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function Preview({ lines, year }: { lines: readonly YearLine[]; year: LeadYearView }) {
  const { day } = useFormats();
  return (
    <>
      <p className={classes.lead}>
        From {day(year.from)} to {day(year.to)}. What the leads do not tell stays as it is.
      </p>
      <Table className="tabular">
        <caption className="visually-hidden">What each number of last year becomes</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Number</Table.Th>
            <Table.Th scope="col" className="number">
              Now
            </Table.Th>
            <Table.Th scope="col" className="number">
              From our leads
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </Table.Tbody>
      </Table>
      <p className="soft small">{year.counted}</p>
      {[...year.widenings, ...year.notes].map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
      {year.shape.length > 0 && (
        <p className="soft small">
          Last year’s shape becomes how its leads came in, once every month of the year is known. SQL are the
          leads that got an opportunity: no export says at which the need was confirmed.
        </p>
      )}
      {year.sourced_revenue === null && year.revenue !== null && (
        <p className="soft small">
          <Link to="/leads/sources" className={classes.link}>
            Say which sources are marketing’s
          </Link>
          , and what they brought can be told, too.
        </p>
      )}
    </>
  );
}

function Line({ line: { label, unit, now, told, because } }: { line: YearLine }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.label}>
        {label}
        {told === null && <span className={classes.because}>{because}</span>}
      </Table.Th>
      <Table.Td className="number">
        {now === null ? <Missing why="nothing stands there yet" /> : <UnitValue unit={unit} value={now} />}
      </Table.Td>
      <Table.Td className="number">
        {told === null ? (
          <span className="soft">stays</span>
        ) : (
          <strong>
            <UnitValue unit={unit} value={told} />
          </strong>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
