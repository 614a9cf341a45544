/** How a goal falls on the parts of the year: bars above, the numbers below; they always add up to the target. */
import { SegmentedControl } from '@mantine/core';
import { act, type Goal, type GoalView } from '../../api';
import { Bars, ChartFrame, useChoiceSave, useFormats } from '../../shared';
import { splitByOffered, splitIntoOptions } from '../choices';
import { MonthFields } from '../parts/MonthFields';
import classes from './GoalCard.module.css';

interface GoalSplitProps {
  goal: GoalView;
  /** Why nothing can be split as last year, or null. */
  seasonProblem: string | null;
  editable: boolean;
  edit: (change: Partial<Goal>) => Promise<unknown>;
}

export function GoalSplit({
  goal: { goal, periods, split_problem },
  seasonProblem,
  editable,
  edit,
}: GoalSplitProps) {
  const formats = useFormats();
  const into = useChoiceSave(goal.split_into, (split_into) => edit({ split_into }));
  const by = useChoiceSave(goal.split_by, (split_by) => edit({ split_by }));
  const parts = periods.map((period) => ({
    key: period.first_day,
    label: period.label || formats.monthShort(period.first_day),
    value: period.target,
  }));
  return (
    <div className={classes.split}>
      <div className={classes.choices}>
        <Choice label="Split over" choice={into} options={splitIntoOptions} locked={!editable} />
        <Choice
          label="How"
          choice={by}
          locked={!editable}
          options={splitByOffered(by.shown, seasonProblem).map((option) =>
            option.value === 'even' && !goal.adds_up ? { ...option, label: 'The same all year' } : option,
          )}
        />
        <span className={classes.problem} role="status">
          {into.error ?? by.error ?? split_problem}
        </span>
      </div>
      {goal.target === null ? (
        <p className={classes.empty}>With a target, its months stand here.</p>
      ) : (
        <>
          <ChartFrame
            title={finding(goal, parts, formats.value)}
            says={parts.map((part) => `${part.label} ${formats.value(goal.unit, part.value)}`).join(', ')}
            table={{
              heads: [goal.split_into === 'months' ? 'Month' : 'Quarter', 'Target'],
              rows: parts.map((part) => [part.label, formats.value(goal.unit, part.value)]),
            }}
          >
            <Bars low bars={parts.map((part) => ({ ...part, shown: '' }))} />
          </ChartFrame>
          <MonthFields
            of={`Target of ${goal.name}`}
            unit={goal.unit}
            parts={parts}
            underBars
            locked={!editable}
            save={(part, value) => act('set_goal_part', { goal: goal.id, part, value: value ?? 0 })}
          />
          <p className={classes.note}>
            {goal.adds_up
              ? `Together ${formats.value(goal.unit, goal.target)}. Change one, and those after it take up the difference; after the last one, all others do.`
              : 'This number does not add up over the year; each part stands for itself.'}
          </p>
        </>
      )}
    </div>
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  choice: { shown: V; choose: (next: V) => void };
  options: readonly { value: V; label: string }[];
  locked: boolean;
}

function Choice<V extends string>({ label, choice, options, locked }: ChoiceProps<V>) {
  return (
    <SegmentedControl
      aria-label={label}
      value={choice.shown}
      onChange={(next) => next !== choice.shown && choice.choose(next as V)}
      data={[...options]}
      disabled={locked}
      size="xs"
    />
  );
}

/** States what the bars show: even, or where most falls. */
function finding(
  goal: Goal,
  parts: readonly { label: string; value: number }[],
  value: (unit: Goal['unit'], step: number) => string,
): string {
  const most = parts.reduce((one, other) => (other.value > one.value ? other : one));
  const least = parts.reduce((one, other) => (other.value < one.value ? other : one));
  const part = goal.split_into === 'months' ? 'month' : 'quarter';
  if (goal.split_by === 'even' || most.value === least.value)
    return most.value === least.value
      ? `${value(goal.unit, most.value)} every ${part}`
      : `${value(goal.unit, least.value)} to ${value(goal.unit, most.value)} every ${part}`;
  return `Most in ${most.label}, ${value(goal.unit, most.value)}; least in ${least.label}, ${value(goal.unit, least.value)}`;
}
