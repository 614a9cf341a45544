/** What a goal measures: a metric of the list with its formula in words, or our own with formula and source written out. */
import type { Goal, Metric, MetricEntry } from '../../api';
import { AreaField, type Option, SelectField, SwitchField, TextField, useFormats } from '../../shared';
import { unitOptions } from '../choices';
import classes from './GoalCard.module.css';
import { metricGroups } from './metricGroups';

export interface GoalPartProps {
  goal: Goal;
  editable: boolean;
  edit: (change: Partial<Goal>) => Promise<unknown>;
}

export function GoalMetric({
  goal,
  metrics,
  editable,
  edit,
}: GoalPartProps & { metrics: readonly MetricEntry[] }) {
  const options: Option<Metric>[] = [
    ...metricGroups(metrics).flatMap((group) =>
      group.entries.map((entry) => ({ value: entry.metric, label: entry.name, group: group.title })),
    ),
    { value: 'own', label: 'A metric of our own', group: 'Something else' },
  ];
  return (
    <div className={classes.metric}>
      <SelectField
        searchable
        label="What is measured"
        value={goal.metric}
        options={options}
        locked={!editable}
        save={(metric) => edit({ metric })}
      />
      {goal.metric === 'own' ? (
        <OwnMetric goal={goal} editable={editable} edit={edit} />
      ) : (
        <dl className={classes.words}>
          <dt>Formula</dt>
          <dd>{goal.formula}</dd>
          <dt>Source</dt>
          <dd>{goal.source}</dd>
        </dl>
      )}
    </div>
  );
}

function OwnMetric({ goal, editable, edit }: GoalPartProps) {
  const { currencySign } = useFormats();
  return (
    <div className={classes.own}>
      <AreaField
        label="Formula in words"
        placeholder="What is counted, divided by what, over which time"
        value={goal.formula}
        locked={!editable}
        save={(formula) => edit({ formula })}
      />
      <TextField
        label="Source"
        placeholder="Which report or list the number comes from"
        value={goal.source}
        locked={!editable}
        save={(source) => edit({ source })}
      />
      <SelectField
        label="Counted in"
        value={goal.unit}
        options={unitOptions(currencySign)}
        locked={!editable}
        save={(unit) => edit({ unit })}
      />
      <SwitchField
        label="The months add up to the year"
        description="Off for a rate, a score or a number of days."
        value={goal.adds_up}
        locked={!editable}
        save={(adds_up) => edit({ adds_up })}
      />
      <SwitchField
        label="It is about the customer, not about us"
        value={goal.about_customer}
        locked={!editable}
        save={(about_customer) => edit({ about_customer })}
      />
    </div>
  );
}
