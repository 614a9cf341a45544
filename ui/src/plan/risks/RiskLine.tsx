/** One risk or assumption: what it is, what we do about it, and who watches. */
import type { ReactNode } from 'react';
import { type PlanView, type Risk, useAct } from '../../api';
import { AreaField, OptionalSelectField } from '../../shared';
import { ownersOfAnySide } from '../responsibilities/owners';
import classes from './RisksSection.module.css';

interface RiskLineProps {
  risk: Risk;
  view: PlanView;
  editable: boolean;
  /** Whether it was added just now, and takes the keyboard. */
  arriving: boolean;
  tools: ReactNode;
}

export function RiskLine({ risk, view, editable, arriving, tools }: RiskLineProps) {
  const edit = useAct('edit_risk');
  const change = (values: Partial<Risk>) => edit.attempt({ id: risk.id, change: values });
  const isRisk = risk.kind === 'risk';
  return (
    <div className={classes.line} id={risk.id}>
      <AreaField
        label={isRisk ? 'What may happen' : 'What we count on'}
        value={risk.name}
        save={(name) => change({ name })}
        autoFocus={arriving}
        minRows={1}
        locked={!editable}
      />
      <AreaField
        label={isRisk ? 'What we do then' : 'How we will notice'}
        value={risk.response}
        save={(response) => change({ response })}
        minRows={1}
        locked={!editable}
      />
      <OptionalSelectField
        label="Who watches"
        value={risk.owner}
        options={ownersOfAnySide(view, risk.owner)}
        save={(owner) => change({ owner })}
        placeholder="nobody yet"
        locked={!editable}
      />
      <div className={classes.tools}>{tools}</div>
    </div>
  );
}
