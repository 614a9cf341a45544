/** One action: what, who on which side, until when, and whether it is done. */
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { type PlanView, type Todo, useAct } from '../../api';
import { DayField, OptionalSelectField, SideMark, TextField } from '../../shared';
import { useChoiceSave } from '../../shared/fields/choices';
import { ownersOfAnySide } from '../duties/owners';
import classes from './Minutes.module.css';
import { sectionTitles } from './sections';
import { calledOnScreen } from './WhoWrites';

interface TodoLineProps {
  line: Todo;
  view: PlanView;
  editable: boolean;
  names: boolean;
  tools: ReactNode;
}

export function TodoLine({ line, view, editable, names, tools }: TodoLineProps) {
  const edit = useAct('edit_todo');
  const change = (values: Partial<Todo>) => edit.attempt({ id: line.id, change: values });
  const owner = view.people.find((person) => person.id === line.owner);
  const options = names
    ? ownersOfAnySide(view, line.owner)
    : view.people
        .filter((person) => !person.has_left || person.id === line.owner)
        .map((person) => ({ value: person.id, label: calledOnScreen(person, view.people) }));
  return (
    <div className={classes.line}>
      <Done line={line} save={change} editable={editable} />
      <TextField
        label="Action"
        hideLabel
        quiet
        value={line.name}
        save={(name) => change({ name })}
        locked={!editable}
        className={classes.name}
      />
      <span className={classes.owner}>
        {owner && <SideMark side={owner.side} />}
        <OptionalSelectField
          label={`Who does ${line.name}`}
          hideLabel
          placeholder="no owner yet"
          value={line.owner}
          options={options}
          save={(person) => change({ owner: person })}
          locked={!editable}
        />
      </span>
      <DayField
        label={`Until when ${line.name}`}
        hideLabel
        placeholder="no day yet"
        value={line.due}
        save={(due) => change({ due })}
        locked={!editable}
        className={classes.day}
      />
      <span className={classes.arose}>{sectionTitles[line.section]}</span>
      {tools}
    </div>
  );
}

interface DoneProps {
  line: Todo;
  save: (values: Partial<Todo>) => Promise<unknown>;
  editable: boolean;
}

function Done({ line, save, editable }: DoneProps) {
  const today = () => new Date().toLocaleDateString('sv-SE');
  const { shown, choose, error } = useChoiceSave(line.done_on !== null, (done) =>
    save({ done_on: done ? today() : null }),
  );
  return (
    <Checkbox
      aria-label={`Done: ${line.name || 'this action'}`}
      checked={shown}
      onChange={(event) => choose(event.currentTarget.checked)}
      disabled={!editable}
      error={error}
    />
  );
}
