/** One criterion: the sentence the core words, and below it the same sentence to be changed, piece by piece. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Criterion, type CriterionView, type OfferedField, useAct } from '../../api';
import { AreaField, SelectField } from '../../shared';
import { testOptions } from '../words';
import { Consequence } from './Consequence';
import classes from './Criteria.module.css';
import { FieldField } from './FieldField';
import { TestValue } from './TestValue';

interface CriterionLineProps {
  view: CriterionView;
  offered: readonly OfferedField[];
  editable: boolean;
  /** Whether it was added just now, and takes the keyboard. */
  arriving: boolean;
  tools: ReactNode;
}

export function CriterionLine({ view, offered, editable, arriving, tools }: CriterionLineProps) {
  const { criterion } = view;
  const edit = useAct('edit_criterion');
  const change = (values: Partial<Criterion>) => edit.attempt({ id: criterion.id, change: values });
  const known = offered.find((field) => field.field === criterion.field);
  return (
    <div className={classes.line} id={criterion.id}>
      <div className={classes.head}>
        <Sentence view={view} />
        {tools}
      </div>
      {editable && (
        <fieldset className={classes.pieces} aria-label={view.sentence}>
          <div className={classes.field}>
            <FieldField
              label="Field"
              field={criterion.field}
              called={view.label}
              offered={offered}
              autoFocus={arriving}
              save={(field) => change({ field })}
            />
          </div>
          <div className={classes.test}>
            <SelectField
              label={`What is asked of ${view.label || 'the field'}`}
              hideLabel
              options={testOptions(known?.kind ?? 'nothing')}
              value={criterion.test}
              save={(test) => change({ test })}
            />
          </div>
          <TestValue criterion={criterion} called={view.label} offered={known} change={change} />
          <div className={classes.follows}>
            <Consequence criterion={criterion} called={view.label} change={change} />
          </div>
        </fieldset>
      )}
      {editable && known?.warning && (
        <p className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          {known.warning}
        </p>
      )}
      {editable ? (
        <AreaField
          label={`Why: ${view.sentence}`}
          hideLabel
          quiet
          oneLine
          className={classes.why}
          placeholder="why?"
          value={criterion.why}
          save={(why) => change({ why })}
        />
      ) : (
        criterion.why && <p className={classes.because}>{criterion.why}</p>
      )}
    </div>
  );
}

/** The criterion as both sides sign it, with what it still needs. */
function Sentence({ view }: { view: CriterionView }) {
  return (
    <p className={classes.sentence}>
      <strong>{view.sentence}</strong>
      <span className={classes.consequence}> · {view.consequence}</span>
      {view.missing && (
        <span className={classes.needs}>
          <IconAlertTriangle size={15} aria-hidden /> needs {view.missing}
        </span>
      )}
    </p>
  );
}
