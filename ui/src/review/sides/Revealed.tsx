/** What both sides said, once both see it: the notes by their votes, and the marks side by side. */
import { useRef } from 'react';
import type { ReviewNoteLine } from '../../api';
import { useFormats } from '../../shared';
import type { SectionProps } from '../sections';
import { votingInWords } from '../words';
import { AddNote } from './AddNote';
import { BothMarks } from './BothMarks';
import { NoteLine } from './NoteLine';
import classes from './Sides.module.css';

export function Revealed({ view, editable }: Pick<SectionProps, 'view' | 'editable'>) {
  const { number } = useFormats();
  const notes = useSettledOrder(view.notes);
  const own = view.silent.filter(({ is_own: isOwn }) => isOwn).map(({ side }) => side);
  return (
    <>
      {view.notes.length === 0 ? (
        <p className="soft">Neither side wrote a note.</p>
      ) : (
        <>
          {editable && (
            <p className="soft" role="status">
              {votingInWords(view, number)}
            </p>
          )}
          <ol className={classes.notes} aria-label="Notes of both sides">
            {notes.map((line) => (
              <NoteLine
                key={line.note.id}
                line={line}
                votesLeft={view.votes_left}
                editable={editable}
                isOwn={own.includes(line.note.side)}
              />
            ))}
          </ol>
        </>
      )}
      {editable && <AddNote review={view.line.review.id} sides={own} />}
      <BothMarks marks={view.marks} />
    </>
  );
}

/** Returns the notes as they stood when they came on screen, new ones behind: nothing moves under the hand that votes. */
function useSettledOrder(notes: readonly ReviewNoteLine[]): ReviewNoteLine[] {
  const order = useRef<string[]>([]);
  for (const { note } of notes) if (!order.current.includes(note.id)) order.current.push(note.id);
  const placeOf = (line: ReviewNoteLine) => order.current.indexOf(line.note.id);
  return [...notes].sort((one, other) => placeOf(one) - placeOf(other));
}
