/** One bucket or duty: what it is about, and below it the two sides in columns of equal weight. */
import type { ReactNode } from 'react';
import { type PlanView, type Responsibility, useAct } from '../../api';
import { AreaField, OptionalSelectField, sideNames, TextField } from '../../shared';
import { ownersOf } from './owners';
import classes from './ResponsibilitiesSection.module.css';

interface ResponsibilityLineProps {
  duty: Responsibility;
  view: PlanView;
  editable: boolean;
  arriving: boolean;
  tools: ReactNode;
}

export function ResponsibilityLine({ duty, view, editable, arriving, tools }: ResponsibilityLineProps) {
  const edit = useAct('edit_responsibility');
  const change = (values: Partial<Responsibility>) => edit.attempt({ id: duty.id, change: values });
  return (
    <div className={classes.line} id={duty.id}>
      <div className={classes.head}>
        {duty.bucket ? (
          <h4 className={classes.name}>{duty.name}</h4>
        ) : (
          <TextField
            label="What both sides touch"
            hideLabel
            placeholder="What both sides touch"
            value={duty.name}
            save={(name) => change({ name })}
            autoFocus={arriving}
            locked={!editable}
            className={classes.nameField}
          />
        )}
        {tools}
      </div>
      <div className={classes.sides}>
        {(['sales', 'marketing'] as const).map((side) => {
          const owner = duty[`${side}_owner`];
          const about = `${sideNames[side]}: ${duty.name || 'this duty'}`;
          return (
            <div key={side} className={classes.side}>
              <OptionalSelectField
                label={`Owner in ${about}`}
                hideLabel
                placeholder={`Owner in ${side}`}
                value={owner}
                options={ownersOf(view, side, owner)}
                save={(person) => change({ [`${side}_owner`]: person })}
                locked={!editable}
              />
              <AreaField
                label={`What ${about} does`}
                hideLabel
                placeholder={`What ${side} does`}
                value={duty[`${side}_does`]}
                save={(text) => change({ [`${side}_does`]: text })}
                minRows={1}
                locked={!editable}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
