/** What follows when a lead meets a criterion: it is required, it brings points, or the lead is none. */
import type { Criterion } from '../../api';
import { CountField, OptionalSelectField, SelectField } from '../../shared';
import { reasonOptions, roleOptions } from '../words';
import classes from './Criteria.module.css';

interface ConsequenceProps {
  criterion: Criterion;
  called: string;
  change: (values: Partial<Criterion>) => Promise<unknown>;
}

export function Consequence({ criterion, called, change }: ConsequenceProps) {
  if (criterion.role === 'disqualifies')
    return (
      <>
        <span className={classes.joint}>no lead:</span>
        <div className={classes.reason}>
          <OptionalSelectField
            label={`Reason, when ${called || 'this'} speaks against it`}
            hideLabel
            options={reasonOptions}
            value={criterion.reason}
            placeholder="for which reason"
            save={(reason) => change({ reason })}
          />
        </div>
      </>
    );
  return (
    <>
      <div className={classes.role}>
        <SelectField
          label={`What ${called || 'this'} is for`}
          hideLabel
          options={roleOptions}
          value={criterion.role}
          save={(role) => change({ role })}
        />
      </div>
      {criterion.role === 'points' && (
        <div className={classes.few}>
          <CountField
            label={`Points for ${called || 'this'}`}
            hideLabel
            value={criterion.points}
            save={(points) => change({ points })}
          />
        </div>
      )}
    </>
  );
}
