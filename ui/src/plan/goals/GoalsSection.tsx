/** Joint goals: few numbers that both sides answer for, each written down like a contract. */
import { Button } from '@mantine/core';
import { type Metric, useAct, useAsk } from '../../api';
import { EmptyState, Ordered, Section, useArrival } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import type { SectionProps } from '../sectionProps';
import { AddGoal } from './AddGoal';
import { CustomerGoalOffer } from './CustomerGoalOffer';
import { GoalCard } from './GoalCard';
import classes from './GoalsSection.module.css';

export function GoalsSection({ view, editable }: SectionProps) {
  const metrics = useAsk('list_metrics', {}).data ?? [];
  const adding = useAct('add_goal');
  const arrival = useArrival();
  const move = useAct('move_goal');
  const remove = useRemoval('remove_goal');
  const plan = view.plan.id;
  const first = metrics[0];
  const add = async (metric: Metric) => {
    const goal = await adding.run({ plan, values: { metric } });
    if (goal) arrival.expect(goal.id);
  };
  return (
    <Section
      id="goals"
      title="Joint goals"
      lead="Few numbers that both sides answer for, measured in one agreed way, with an owner on each side."
    >
      {view.goals.length === 0 && (
        <EmptyState
          title="No joint goal yet"
          action={
            editable &&
            first && (
              <>
                <Button variant="filled" onClick={() => void add(first.metric)}>
                  Start with “{first.name}”
                </Button>
                <AddGoal metrics={metrics} label="Another goal" add={add} />
              </>
            )
          }
        >
          As long as marketing counts leads and sales counts revenue, both can reach their number and the
          company misses its own. Put one number in their place that neither side reaches alone.
          {first && <p className={classes.formula}>{first.formula}.</p>}
        </EmptyState>
      )}
      <Ordered
        className={classes.goals}
        items={view.goals.map((goal) => ({ ...goal, id: goal.goal.id }))}
        nameOf={(goal) => goal.goal.name}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(goal) => void remove({ id: goal.id }, goal.goal.name || 'a goal')}
        locked={!editable}
      >
        {(goal, tools) => (
          <GoalCard
            isNew={arrival.is(goal.id)}
            goal={goal}
            tools={tools}
            view={view}
            editable={editable}
            metrics={metrics}
          />
        )}
      </Ordered>
      {view.goals.length > 0 && editable && (
        <div className={classes.adding}>
          {!view.goals.some(({ goal }) => goal.about_customer) && (
            <CustomerGoalOffer metrics={metrics} add={add} />
          )}
          <AddGoal metrics={metrics} label="Add a goal" add={add} />
        </div>
      )}
    </Section>
  );
}
