/** One action: what, who on which side, until when, and whether it is done. */
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ActionItem, type PlanView, useAct } from '../../api';
import { AreaField, DayField, OptionalSelectField, SideMark, useFormats } from '../../shared';
import { useChoiceSave } from '../../shared/fields/choices';
import { calledOnScreen } from '../../shared/session/WhoWrites';
import { ownersOfAnySide } from '../responsibilities/owners';
import classes from './Minutes.module.css';
import { sectionTitles } from './sections';

interface ActionItemLineProps {
  line: ActionItem;
  view: PlanView;
  editable: boolean;
  names: boolean;
  tools: ReactNode;
}

export function ActionItemLine({ line, view, editable, names, tools }: ActionItemLineProps) {
  const edit = useAct('edit_action_item');
  const change = (values: Partial<ActionItem>) => edit.attempt({ id: line.id, change: values });
  const owner = view.people.find((person) => person.id === line.owner);
  const options = names
    ? ownersOfAnySide(view, line.owner)
    : view.people
        .filter((person) => !person.has_left || person.id === line.owner)
        .map((person) => ({ value: person.id, label: calledOnScreen(person, view.people) }));
  return (
    <div className={classes.line} data-done>
      <Done line={line} save={change} editable={editable} />
      <AreaField
        minRows={1}
        label="Action"
        hideLabel
        quiet
        value={line.name}
        save={(name) => change({ name })}
        locked={!editable}
      />
      <span className={classes.tools}>{tools}</span>
      <div className={classes.about}>
        <span className={classes.owner}>
          {owner && <SideMark side={owner.side} />}
          <OptionalSelectField
            label={`Who does ${line.name}`}
            hideLabel
            quiet
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
          quiet
          placeholder="no day yet"
          value={line.due}
          save={(due) => change({ due })}
          locked={!editable}
          className={classes.day}
        />
        <span className={classes.arose}>{sectionTitles[line.section]}</span>
      </div>
    </div>
  );
}

interface DoneProps {
  line: ActionItem;
  save: (values: Partial<ActionItem>) => Promise<unknown>;
  editable: boolean;
}

function Done({ line, save, editable }: DoneProps) {
  const { today } = useFormats();
  const { shown, choose, error } = useChoiceSave(line.done_on !== null, (done) =>
    save({ done_on: done ? today() : null }),
  );
  return (
    <Checkbox
      className={classes.check}
      aria-label={`Done: ${line.name || 'this action'}`}
      checked={shown}
      onChange={(event) => choose(event.currentTarget.checked)}
      disabled={!editable}
      error={error}
    />
  );
}
