/** A side's own notes under their three headings. */
import { type ReviewNote, type ReviewNoteLine, useAct } from '../../api';
import { AddLine, AreaField, keysOf, Ordered, useRemoval } from '../../shared';
import { noteKinds, type ReviewSide } from '../words';
import classes from './Sides.module.css';

interface OwnNotesProps {
  review: string;
  side: ReviewSide;
  lines: readonly ReviewNoteLine[];
  editable: boolean;
}

export function OwnNotes({ review, side, lines, editable }: OwnNotesProps) {
  const add = useAct('add_review_note');
  const edit = useAct('edit_review_note');
  const move = useAct('move_review_note');
  const remove = useRemoval('remove_review_note');
  const notes = lines.map(({ note }) => note);
  return keysOf(noteKinds).map((kind) => {
    const ofKind = notes.filter((note) => note.kind === kind);
    const { title, asks } = noteKinds[kind];
    return (
      <div key={kind} className={classes.kind}>
        <h3 className={classes.kindTitle}>{title}</h3>
        <Ordered<ReviewNote>
          items={ofKind}
          nameOf={(note) => note.text || 'the note'}
          onMove={(id, after) => move.run({ id, after })}
          onRemove={(note) => void remove({ id: note.id }, note.text || 'a note')}
          locked={!editable}
        >
          {(note, tools) => (
            <div className={classes.note}>
              <AreaField
                quiet
                hideLabel
                minRows={1}
                label={title}
                className={classes.text}
                value={note.text}
                save={(text) => edit.attempt({ id: note.id, change: { text } })}
                locked={!editable}
              />
              {tools}
            </div>
          )}
        </Ordered>
        {editable ? (
          <AddLine label={asks} add={(text) => add.attempt({ review, values: { side, kind, text } })} />
        ) : (
          ofKind.length === 0 && <p className="faint">Nothing written.</p>
        )}
      </div>
    );
  });
}
