/** What one room has to say of the period: the finding first, then its numbers and lists. Every room's part is laid out alike. */
import type { WorksheetPart } from '../../api';
import { Section } from '../../shared';
import { addressOfPart } from '../sections';
import { PartList } from './PartList';
import { PartTable } from './PartTable';
import classes from './Worksheet.module.css';

export function PartSection({ part }: { part: WorksheetPart }) {
  return (
    <Section id={addressOfPart(part)} title={part.title}>
      <p className={classes.finding}>{part.finding}</p>
      {part.tables.map((table) => (
        <PartTable key={table.key} table={table} />
      ))}
      {part.lists.map((list) => (
        <PartList key={list.key} list={list} room={part.room} />
      ))}
      {part.notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </Section>
  );
}
