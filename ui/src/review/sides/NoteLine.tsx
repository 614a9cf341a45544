/** A note that both sides see: what it says, whose it is, its votes, and what can be made of it. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical, IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReviewNoteLine, tell, useAct } from '../../api';
import { AreaField, SideBadge, useFormats, useRemoval } from '../../shared';
import { noteKinds, voteButtons, votesInWords } from '../words';
import classes from './Sides.module.css';

interface NoteLineProps {
  line: ReviewNoteLine;
  /** How many votes the person at the keyboard has left. */
  votesLeft: number;
  editable: boolean;
  /** Whether whoever is at the keyboard speaks for the side that wrote it. */
  isOwn: boolean;
}

export function NoteLine({ line, votesLeft, editable, isOwn }: NoteLineProps) {
  const { note } = line;
  const { number } = useFormats();
  const edit = useAct('edit_review_note');
  return (
    <li className={classes.line} id={note.id}>
      <div className={classes.about}>
        <SideBadge side={note.side} />
        <span className="soft">{noteKinds[note.kind].title}</span>
      </div>
      {editable && isOwn ? (
        <AreaField
          quiet
          hideLabel
          minRows={1}
          label={noteKinds[note.kind].title}
          className={classes.text}
          value={note.text}
          save={(text) => edit.attempt({ id: note.id, change: { text } })}
        />
      ) : (
        <p className={classes.said}>{note.text}</p>
      )}
      <div className={classes.votes}>
        <span className="tabular">{votesInWords(line, number)}</span>
        {editable && <Votes line={line} votesLeft={votesLeft} />}
        {editable && <More line={line} isOwn={isOwn} />}
      </div>
    </li>
  );
}

function Votes({ line, votesLeft }: Pick<NoteLineProps, 'line' | 'votesLeft'>) {
  const vote = useAct('vote_for_note');
  const { less, more } = voteButtons(line, votesLeft);
  const { note, own_votes: own } = line;
  const give = (votes: number) => void vote.run({ note: note.id, votes });
  const name = note.text || 'this note';
  return (
    <span className={classes.own}>
      <ActionIcon
        size={28}
        variant="default"
        aria-label={`One vote less for ${name}`}
        disabled={!less || vote.isRunning}
        onClick={() => give(own - 1)}
      >
        <IconMinus size={16} aria-hidden />
      </ActionIcon>
      <span className="tabular" role="status">
        <span className="visually-hidden">Your votes: </span>
        {own}
      </span>
      <ActionIcon
        size={28}
        variant="default"
        aria-label={`One vote more for ${name}`}
        disabled={!more || vote.isRunning}
        onClick={() => give(own + 1)}
      >
        <IconPlus size={16} aria-hidden />
      </ActionIcon>
    </span>
  );
}

/** What can be made of a note: a decision, an action; its own side may remove it. */
function More({ line: { note }, isOwn }: Pick<NoteLineProps, 'line' | 'isOwn'>) {
  const decide = useAct('add_review_decision');
  const act = useAct('add_review_action');
  const remove = useRemoval('remove_review_note');
  const { review, text } = note;
  const toDecide = async () => {
    const values = { note: note.id, question: text };
    if (await decide.run({ review, values })) tell('Added to the decisions.');
  };
  const toDo = async () => {
    if (await act.run({ review, values: { note: note.id, name: text } })) tell('Added to the actions.');
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={28} aria-label={`More about ${text || 'this note'}`}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void toDecide()}>Decide on it</Menu.Item>
        <Menu.Item onClick={() => void toDo()}>Make it an action</Menu.Item>
        {isOwn && (
          <Menu.Item
            leftSection={<IconTrash size={16} />}
            onClick={() => void remove({ id: note.id }, text || 'a note')}
          >
            Remove
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
