/** One goal: the finding first, then the period and the forecast, its months, and where the number comes from. */
import { Button } from '@mantine/core';
import type { GoalLine } from '../../api';
import { Few, StatusMark, useFormats, useRemoval } from '../../shared';
import { forecastInWords, goalFinding, periodFinding } from '../words';
import { EnterReading } from './EnterReading';
import { GoalMonths } from './GoalMonths';
import classes from './Goals.module.css';

interface GoalCardProps {
  goal: GoalLine;
  /** The day to which the worksheet looks. */
  asOf: string;
  /** Whether the period is over. */
  isOver: boolean;
  editable: boolean;
}

export function GoalCard({ goal, asOf, isOver, editable }: GoalCardProps) {
  const formats = useFormats();
  const period = periodFinding(goal, formats, isOver);
  return (
    <article className={classes.goal} aria-label={goal.name}>
      <header className={classes.head}>
        <h3 className={classes.name}>{goal.name}</h3>
        <StatusMark status={goal.status ?? 'no_data'} />
      </header>
      <p className={classes.finding}>
        {goalFinding(goal, formats)}
        {goal.actual !== null && goal.n !== null && (
          <span className="faint small"> n {formats.number(goal.n)}</span>
        )}
        {goal.actual !== null && goal.is_small && <Few />}
      </p>
      {goal.actual !== null && goal.because && <p className={classes.line}>{goal.because}</p>}
      <dl className={classes.facts}>
        {period && <Fact name="The period" says={period} n={goal.period_n} />}
        <Fact name="The whole year" says={forecastInWords(goal, formats)} />
      </dl>
      <GoalMonths goal={goal} />
      {goal.measured.from === 'reading' && editable && <EnterReading goal={goal} asOf={asOf} />}
      <HowItIsCounted goal={goal} editable={editable} />
    </article>
  );
}

function Fact({ name, says, n = null }: { name: string; says: string; n?: number | null }) {
  const { number } = useFormats();
  return (
    <div>
      <dt>{name}</dt>
      <dd className="tabular">
        {says}
        {n !== null && <span className="faint small"> n {number(n)}</span>}
      </dd>
    </div>
  );
}

/** The formula and where the number comes from, for whoever asks. */
function HowItIsCounted({ goal, editable }: { goal: GoalLine; editable: boolean }) {
  const { day } = useFormats();
  const { measured, forecast } = goal;
  const cameFrom =
    measured.from === 'leads'
      ? 'The imported files.'
      : measured.day === null
        ? 'Nobody has entered it yet.'
        : `Entered as of ${day(measured.day)}${measured.note ? `: ${measured.note}` : '.'}`;
  return (
    <details className={classes.how}>
      <summary>How it is counted</summary>
      <dl className={classes.facts}>
        <Fact name="Formula" says={goal.formula || '–'} />
        <Fact name="Source in the plan" says={goal.source || '–'} />
        <Fact name="Number here" says={cameFrom} />
        {forecast && (
          <Fact
            name="Forecast"
            says="What was reached in whole months, plus what is asked for in the other months at the same rate. The range takes the weakest and the strongest month instead."
          />
        )}
      </dl>
      {editable && measured.from === 'reading' && measured.id && measured.day && (
        <RemoveReading id={measured.id} day={measured.day} of={goal.name} />
      )}
    </details>
  );
}

function RemoveReading({ id, day: asOf, of }: { id: string; day: string; of: string }) {
  const { day } = useFormats();
  const remove = useRemoval('remove_goal_reading');
  const what = `the number of ${day(asOf)}`;
  return (
    <Button size="compact-sm" variant="subtle" onClick={() => void remove({ id }, `${what} for “${of}”`)}>
      Remove {what}
    </Button>
  );
}
