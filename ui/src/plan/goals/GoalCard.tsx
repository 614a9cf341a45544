/** One joint goal, read from top to bottom like a contract: what, how much, who, how we follow it, when in the year. */
import type { ReactNode } from 'react';
import { act, type Goal, type GoalView, type MetricEntry } from '../../api';
import { AreaField, SelectField, ValueField } from '../../shared';
import { directionOptions, cadenceOptions } from '../choices';
import type { SectionProps } from '../sectionProps';
import classes from './GoalCard.module.css';
import { GoalMetric } from './GoalMetric';
import { GoalOwners } from './GoalOwners';
import { GoalSplit } from './GoalSplit';

interface GoalCardProps extends SectionProps {
  goal: GoalView;
  tools: ReactNode;
  metrics: readonly MetricEntry[];
  /** Whether it was just added: then its first empty field has the keyboard. */
  isNew: boolean;
}

export function GoalCard({
  goal: { goal, ...worked },
  tools,
  view,
  editable,
  metrics,
  isNew,
}: GoalCardProps) {
  const edit = (change: Partial<Goal>) => act('edit_goal', { id: goal.id, change });
  const amount = (field: 'baseline' | 'target' | 'stretch', label: string, description: string) => (
    <div className={field === 'target' ? classes.target : undefined}>
      <ValueField
        label={label}
        description={description}
        unit={goal.unit}
        autoFocus={isNew && goal.metric !== 'own' && field === 'target'}
        value={goal[field]}
        locked={!editable}
        save={(value) => edit({ [field]: value })}
      />
    </div>
  );
  return (
    <article className={classes.card} id={goal.id} aria-label={goal.name || 'A goal without a name'}>
      <header className={classes.head}>
        <AreaField
          oneLine
          quiet
          hideLabel
          className={classes.name}
          label="Name of the goal"
          placeholder="What is this goal called?"
          autoFocus={isNew && goal.metric === 'own'}
          value={goal.name}
          locked={!editable}
          save={(name) => edit({ name })}
        />
        {goal.about_customer && <span className={classes.customer}>About the customer</span>}
        {tools}
      </header>
      <GoalMetric goal={goal} metrics={metrics} editable={editable} edit={edit} />
      <div className={classes.amounts}>
        {amount('baseline', 'Where we stand', 'last year, or today')}
        {amount('target', 'Target', goal.adds_up ? 'for the whole year' : 'held through the year')}
        {amount('stretch', 'Stretch', 'would be splendid')}
        <SelectField
          label="Better is"
          description="the direction"
          value={goal.direction}
          options={directionOptions}
          locked={!editable}
          save={(direction) => edit({ direction })}
        />
      </div>
      <GoalOwners goal={goal} view={view} editable={editable} edit={edit} />
      <div className={classes.tracking}>
        <AreaField
          minRows={1}
          label="How we follow it"
          placeholder="In which report, in which meeting"
          value={goal.tracked_how}
          locked={!editable}
          save={(tracked_how) => edit({ tracked_how })}
        />
        <SelectField
          label="How often"
          value={goal.tracked_every}
          options={cadenceOptions}
          locked={!editable}
          save={(tracked_every) => edit({ tracked_every })}
        />
      </div>
      <GoalSplit
        goal={{ goal, ...worked }}
        seasonProblem={view.look_back.season_problem}
        editable={editable}
        edit={edit}
      />
      {worked.missing.length > 0 && (
        <p className={classes.missing}>
          <span aria-hidden>▲</span> Before it can be proposed, this goal needs {listed(worked.missing)}.
        </p>
      )}
    </article>
  );
}

/** Returns "a target, an owner in sales and an owner in marketing". */
function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
