/** What one room has to say of the period: the finding first, then its numbers and lists. Every room's part is laid out alike. */
import { Link } from '@tanstack/react-router';
import type { ReviewDays, WorksheetPart } from '../../api';
import { Section } from '../../shared';
import links from '../Links.module.css';
import { addressOfPart } from '../sections';
import { PartList } from './PartList';
import { PartTable } from './PartTable';
import classes from './Worksheet.module.css';

export function PartSection({ part, days }: { part: WorksheetPart; days: ReviewDays }) {
  return (
    <Section id={addressOfPart(part)} title={part.title}>
      <p className={classes.finding}>{part.finding}</p>
      {part.tables.map((table) => (
        <PartTable key={table.key} table={table} days={days} />
      ))}
      {part.lists.map((list) => (
        <PartList key={list.key} list={list} room={part.room} />
      ))}
      {part.room === 'definition' && part.tables.length > 0 && (
        <p>
          <Link className={links.link} to="/promises">
            Each promise with the leads, requests and actions behind it
          </Link>
        </p>
      )}
      {part.room === 'leads' && part.tables.length === 0 && (
        <p>
          <Link className={links.link} to="/leads/import">
            Import leads
          </Link>
        </p>
      )}
      {part.notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </Section>
  );
}
