/** One action: a tick when it is done, what it is, who does it by when, and how often it came back. */
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type ActionState, type ActionLine as Line, type ReviewAction, useAct } from '../../api';
import { AreaField, DayField, type Status, StatusMark, useFormats } from '../../shared';
import { ageInWords } from '../words';
import { Done } from './Done';
import classes from './Minutes.module.css';
import { Owner } from './Owner';

const states: Record<ActionState, { status: Status; word: string }> = {
  overdue: { status: 'at_risk', word: 'Overdue' },
  open: { status: 'no_data', word: 'Open' },
  done: { status: 'on_track', word: 'Done' },
  done_late: { status: 'on_track', word: 'Done late' },
};

interface ActionLineProps {
  line: Line;
  /** Whether owner, day and tick can be changed: they can after the review is closed, too. */
  writable: boolean;
  /** Whether its words can be changed: only while its review is open. */
  editable?: boolean;
  /** Whether it says in which review it was agreed. */
  from?: boolean;
  /** The handle and menu of the list. */
  tools?: ReactNode;
}

export function ActionLine({ line, writable, editable = false, from = false, tools }: ActionLineProps) {
  const { action, state } = line;
  const { today, day, number } = useFormats();
  const { hash } = useLocation();
  const edit = useAct('edit_review_action');
  const change = (values: Partial<ReviewAction>) => edit.attempt({ id: action.id, change: values });
  const name = action.name || 'this action';
  const wasMoved = action.due_first !== null && action.due_first !== action.due;
  return (
    <div className={classes.line} data-done id={action.id} data-sought={hash === action.id || undefined}>
      <Done
        label={`Done: ${name}`}
        done={action.done_on !== null}
        save={(done) => change({ done_on: done ? today() : null })}
        locked={!writable}
      />
      {editable ? (
        <AreaField
          label="Action"
          hideLabel
          quiet
          oneLine
          value={action.name}
          save={(name) => change({ name })}
        />
      ) : (
        <p className={classes.name}>{action.name || 'An action without words'}</p>
      )}
      <span className={classes.tools}>{tools}</span>
      <div className={classes.about}>
        <Owner
          label={`Who does ${name}`}
          owner={action.owner}
          save={(owner) => change({ owner })}
          locked={!writable}
        />
        <DayField
          label={`Due: ${name}`}
          hideLabel
          quiet
          placeholder="no day yet"
          needed={!editable && action.due !== null}
          value={action.due}
          save={(due) => change({ due })}
          locked={!writable}
          className={classes.day}
        />
        <StatusMark {...states[state]} />
        {action.done_on && <span>on {day(action.done_on)}</span>}
        {wasMoved && action.due_first && <span>first due on {day(action.due_first)}</span>}
        {action.done_on === null && <span>{ageInWords(line, number)}</span>}
        {from && <span>{line.agreed_in}</span>}
      </div>
    </div>
  );
}
