/** A decision while the review is open: every part of it is a field. */
import type { ReactNode } from 'react';
import { type DecisionChanges, type ReviewDecision, useAct } from '../../api';
import { AreaField, DayField, type Option, OptionalSelectField } from '../../shared';
import { DraftLink } from './DraftLink';
import classes from './Minutes.module.css';
import { Owner } from './Owner';

const changes: Option<DecisionChanges>[] = [
  { value: 'plan', label: 'Changes the plan' },
  { value: 'definition', label: 'Changes the definition' },
];

interface DecisionLineProps {
  line: ReviewDecision;
  /** The fiscal year of the review, whose plan is meant. */
  year: number;
  tools: ReactNode;
}

export function DecisionLine({ line, year, tools }: DecisionLineProps) {
  const edit = useAct('edit_review_decision');
  const change = (values: Partial<ReviewDecision>) => edit.attempt({ id: line.id, change: values });
  const name = line.name || 'this decision';
  return (
    <div className={classes.line} id={line.id}>
      <div className={classes.texts}>
        <AreaField
          label={`Question behind ${name}`}
          hideLabel
          quiet
          oneLine
          placeholder="What was the question?"
          value={line.question}
          save={(question) => change({ question })}
        />
        <AreaField
          label="Decision"
          hideLabel
          quiet
          oneLine
          placeholder="What did you choose?"
          className={classes.chosen}
          value={line.name}
          save={(name) => change({ name })}
        />
        <AreaField
          label={`Why ${name}`}
          hideLabel
          quiet
          minRows={1}
          placeholder="Why?"
          value={line.why}
          save={(why) => change({ why })}
        />
      </div>
      <span className={classes.tools}>{tools}</span>
      <div className={classes.about}>
        <Owner
          label={`Who sees to ${name}`}
          owner={line.owner}
          save={(owner) => change({ owner })}
          locked={false}
        />
        <DayField
          label={`From when ${name} holds`}
          hideLabel
          quiet
          placeholder="from which day?"
          value={line.effective_from}
          save={(day) => change({ effective_from: day })}
          className={classes.day}
        />
        <OptionalSelectField
          label={`What ${name} changes`}
          hideLabel
          quiet
          placeholder="changes plan or definition?"
          value={line.changes}
          options={changes}
          save={(changed) => change({ changes: changed })}
          className={classes.changes}
        />
        <DraftLink decision={line} year={year} />
      </div>
    </div>
  );
}
