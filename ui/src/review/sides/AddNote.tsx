/** Adds a note openly, once both sides have seen each other's. */
import { useState } from 'react';
import { type ReviewNoteKind, type Side, useAct } from '../../api';
import { Choice } from '../../collateral/parts/Choice';
import { AddLine, keysOf, sideNames } from '../../shared';
import { noteKinds } from '../words';
import classes from './Sides.module.css';

const kinds = keysOf(noteKinds).map((value) => ({ value, label: noteKinds[value].title }));

export function AddNote({ review, sides }: { review: string; sides: readonly Side[] }) {
  const add = useAct('add_review_note');
  const [kind, setKind] = useState<ReviewNoteKind>('adjust');
  if (sides.length === 0) return null;
  return (
    <div className={classes.add}>
      <Choice label="Add a note" value={kind} options={kinds} choose={setKind} />
      {sides.map((side) => (
        <AddLine
          key={side}
          label={`${noteKinds[kind].asks}, as ${sideNames[side]}`}
          add={(text) => add.attempt({ review, values: { side, kind, text } })}
        />
      ))}
    </div>
  );
}
