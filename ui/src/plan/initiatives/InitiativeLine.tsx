/** One initiative: its name, money and leads in the first row; who, when and what for in the second. */
import type { ReactNode } from 'react';
import { type Initiative, type PlanView, useAct } from '../../api';
import { AreaField, CountField, MoneyField, OptionalSelectField } from '../../shared';
import { ownersOfAnySide } from '../responsibilities/owners';
import classes from './Initiatives.module.css';
import { WhenField } from './WhenField';

interface InitiativeLineProps {
  line: Initiative;
  view: PlanView;
  editable: boolean;
  arriving: boolean;
  tools: ReactNode;
}

export function InitiativeLine({ line, view, editable, arriving, tools }: InitiativeLineProps) {
  const edit = useAct('edit_initiative');
  const change = (values: Partial<Initiative>) => edit.attempt({ id: line.id, change: values });
  const of = line.name ? ` of ${line.name}` : '';
  return (
    <div className={classes.line} id={line.id}>
      <div className={classes.first}>
        <div className={classes.name}>
          <AreaField
            oneLine
            label="Name of the initiative"
            hideLabel
            quiet
            placeholder="What we will do"
            value={line.name}
            save={(name) => change({ name })}
            autoFocus={arriving}
            locked={!editable}
          />
        </div>
        <MoneyField
          label={`Budget${of}`}
          hideLabel
          quiet
          placeholder="budget"
          value={line.budget}
          save={(budget) => change({ budget })}
          locked={!editable}
          className={classes.money}
        />
        <CountField
          label={`Expected accepted leads${of}`}
          hideLabel
          quiet
          placeholder="–"
          value={line.expected_leads}
          save={(leads) => change({ expected_leads: leads })}
          locked={!editable}
          className={classes.leads}
        />
        <span className={classes.unit} aria-hidden>
          leads
        </span>
        <div className={classes.tools}>{tools}</div>
      </div>
      <div className={classes.second}>
        <OptionalSelectField
          label={`Owner${of}`}
          hideLabel
          quiet
          placeholder="owner"
          value={line.owner}
          options={ownersOfAnySide(view, line.owner)}
          save={(owner) => change({ owner })}
          locked={!editable}
        />
        <WhenField line={line} view={view} save={change} locked={!editable} />
        <OptionalSelectField
          label={`Goal that it serves${of}`}
          hideLabel
          quiet
          placeholder="the goal it serves"
          value={line.goal}
          options={view.goals.map(({ goal }) => ({
            value: goal.id,
            label: goal.name || 'A goal without a name',
          }))}
          save={(goal) => change({ goal })}
          locked={!editable}
        />
      </div>
    </div>
  );
}
