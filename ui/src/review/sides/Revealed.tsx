/** What both sides said, once both see it: the notes by their votes, and the marks side by side. */
import { useFormats } from '../../shared';
import type { SectionProps } from '../sections';
import { votingInWords } from '../words';
import { AddNote } from './AddNote';
import { BothMarks } from './BothMarks';
import { NoteLine } from './NoteLine';
import classes from './Sides.module.css';

export function Revealed({ view, editable }: Pick<SectionProps, 'view' | 'editable'>) {
  const { number } = useFormats();
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
            {view.notes.map((line) => (
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
