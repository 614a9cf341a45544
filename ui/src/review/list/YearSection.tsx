/** The reviews of one fiscal year, as a calm table; and the way to plan them where they are not. */
import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReviewLine, type ReviewYear, useAct } from '../../api';
import { DayField, Section, useFormats, WideTable } from '../../shared';
import links from '../Links.module.css';
import { doneInWords } from '../words';
import { PlanReviews } from './PlanReviews';
import classes from './Reviews.module.css';
import { StateOf } from './StateOf';

interface YearSectionProps {
  year: ReviewYear;
  writable: boolean;
}

export function YearSection({ year, writable }: YearSectionProps) {
  return (
    <Section id={`year-${year.year}`} title={year.label} actions={writable && <PlanReviews year={year} />}>
      {year.reviews.length === 0 ? (
        <p className="soft">No review is planned for {year.label}.</p>
      ) : (
        <WideTable minWidth={680}>
          <Table>
            <caption className="visually-hidden">Reviews of {year.label}</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Period</Table.Th>
                <Table.Th scope="col">Day</Table.Th>
                <Table.Th scope="col">Status</Table.Th>
                <Table.Th scope="col" className="number">
                  Notes
                </Table.Th>
                <Table.Th scope="col" className="number">
                  Decisions
                </Table.Th>
                <Table.Th scope="col" className="number">
                  Actions
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {year.reviews.map((line) => (
                <Row key={line.review.id} line={line} writable={writable} />
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Section>
  );
}

function Row({ line, writable }: { line: ReviewLine; writable: boolean }) {
  const { number } = useFormats();
  const { review, label } = line;
  const edit = useAct('edit_review');
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.period}>
        <Link className={links.link} to="/review/$review" params={{ review: review.id }}>
          {label}
        </Link>
      </Table.Th>
      <Table.Td className={classes.day}>
        <DayField
          label={`Day of the ${line.called}`}
          hideLabel
          quiet
          needed
          value={review.held_on}
          save={(held) => edit.attempt({ id: review.id, change: held ? { held_on: held } : {} })}
          locked={!writable || review.closed_at !== null}
        />
      </Table.Td>
      <Table.Td>
        <StateOf line={line} />
      </Table.Td>
      <Table.Td className="number">{number(line.notes)}</Table.Td>
      <Table.Td className="number">{number(line.decisions)}</Table.Td>
      <Table.Td className="number">{doneInWords(line, number)}</Table.Td>
    </Table.Tr>
  );
}
