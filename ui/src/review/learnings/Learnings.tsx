/**
 * What the reviews of the year before taught, where the next plan looks back: what both sides wrote there, what was voted for most first,
 * and what they decided. A side takes what it wants to keep among its own points.
 */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type LearnedNote,
  type RetroNoteKind,
  type ReviewNoteKind,
  type Side,
  tell,
  useAct,
  useAsk,
} from '../../api';
import { Block, SideBadge, useFormats } from '../../shared';
import type { YearBefore } from '../../shared/room';
import links from '../Links.module.css';
import { counted, noteKinds } from '../words';
import classes from './Learnings.module.css';

/** So many stand there at once; the rest is shown when asked for. */
const FIRST = 6;

/** Under which heading of the look back a note of a review stands. */
const headings: Record<ReviewNoteKind, RetroNoteKind> = {
  working: 'went_well',
  not_working: 'did_not',
  adjust: 'learned',
};

export function Learnings({ year, plan, editable }: YearBefore) {
  const { number } = useFormats();
  const [showsAll, setShowsAll] = useState(false);
  const learned = useAsk('year_learnings', { year }).data;
  const people = useAsk('people', {}).data;
  const here = people?.people.find((person) => person.id === people.here);
  if (!learned || learned.notes.length + learned.decisions.length === 0) return null;
  const notes = showsAll ? learned.notes : learned.notes.slice(0, FIRST);
  return (
    <Block
      title={`What the reviews of ${learned.label} taught`}
      lead={`From ${counted(learned.reviews, 'review', number)}: what was voted for most stands first. Take what you want to keep among your own points.`}
    >
      <ul className={classes.notes}>
        {notes.map((line) => (
          <Note key={line.note.id} line={line} plan={plan} own={editable ? (here?.side ?? null) : null} />
        ))}
      </ul>
      {learned.notes.length > notes.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(true)}>
          Show all {number(learned.notes.length)}
        </Button>
      )}
      {learned.decisions.length > 0 && (
        <>
          <h4 className={classes.head}>Decided</h4>
          <ul className={classes.notes}>
            {learned.decisions.map(({ decision, review, label }) => (
              <li key={decision.id}>
                <Link className={links.link} to="/review/$review" params={{ review }} hash={decision.id}>
                  {decision.name || 'A decision without words'}
                </Link>
                <span className="soft">, {label}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Block>
  );
}

function Note({ line, plan, own }: { line: LearnedNote; plan: string; own: Side | null }) {
  const { number } = useFormats();
  const add = useAct('add_retro_note');
  const { note, label, votes } = line;
  const take = async () => {
    const values = { side: note.side, kind: headings[note.kind], text: note.text };
    if (await add.run({ plan, values })) tell('Added to your points.');
  };
  return (
    <li className={classes.note}>
      <SideBadge side={note.side} />
      <span>
        {note.text}
        <span className="soft">
          {' '}
          {noteKinds[note.kind].title}, {label}
          {votes > 0 && `, ${counted(votes, 'vote', number)}`}
        </span>
      </span>
      {own === note.side && (
        <Button size="compact-sm" variant="subtle" loading={add.isRunning} onClick={() => void take()}>
          Take it<span className="visually-hidden"> among our points: {note.text}</span>
        </Button>
      )}
    </li>
  );
}
