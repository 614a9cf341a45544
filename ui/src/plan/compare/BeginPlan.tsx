/** Begins a year's plan: empty, or with the structure of an earlier one. */
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type PlanRow, useAct, useAsk } from '../../api';
import { EmptyState } from '../../shared';
import classes from './Compare.module.css';

interface BeginPlanProps {
  plans: readonly PlanRow[];
  /** The year to begin; the one after the last plan unless told, this year where there is none. */
  year?: number;
}

export function BeginPlan({ plans, year }: BeginPlanProps) {
  const navigate = useNavigate();
  const company = useAsk('show_company', {});
  const begin = useAct('begin_plan');
  const copy = useAct('copy_plan');
  const latest = [...plans].sort((one, other) => other.year - one.year)[0];
  const next = year ?? (latest ? latest.year + 1 : company.data?.this_year);
  if (next === undefined) return null;
  // The plan to carry forward: the last one before the year that is begun.
  const model = [...plans].sort((one, other) => other.year - one.year).find((plan) => plan.year < next);
  const open = (begun: unknown) => {
    if (begun !== undefined) void navigate({ to: '/plan/$year', params: { year: String(next) } });
  };
  const beginButton = (
    <Button
      variant={model ? 'default' : 'filled'}
      loading={begin.isRunning}
      onClick={() => void begin.run({ year: next }).then(open)}
    >
      {model && next === model.year + 1 ? 'Begin the next year empty' : `Begin the plan of ${next}`}
    </Button>
  );
  if (!model) {
    return (
      <EmptyState title="No plan yet" action={beginButton}>
        One page holds the year: last year’s numbers, the focus, joint goals, the maths behind them, who does
        what. Both sides sign it, and from then on it is what you go by.
      </EmptyState>
    );
  }
  return (
    <div className={classes.begin}>
      <Button
        variant={model.state === 'draft' ? 'default' : 'filled'}
        loading={copy.isRunning}
        onClick={() => void copy.run({ from: model.id, year: next }).then(open)}
      >
        Carry {model.label} forward to {next === model.year + 1 ? 'the next year' : next}
      </Button>
      {beginButton}
      <p className="soft small">
        Carrying forward keeps goals, initiatives, duties and risks, moves their dates, and leaves last year’s
        results out.
      </p>
    </div>
  );
}
