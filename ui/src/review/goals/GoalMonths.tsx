/** The months of a goal: what was asked for as a line, what was reached as a bar. */
import type { GoalLine, GoalMonth } from '../../api';
import { ChartFrame, type Formats, useFormats } from '../../shared';
import classes from './Goals.module.css';

export function GoalMonths({ goal }: { goal: GoalLine }) {
  const formats = useFormats();
  const { months, unit } = goal;
  if (!months.some(({ actual }) => actual !== null)) return null;
  const written = (value: number | null) => (value === null ? '–' : formats.value(unit, value));
  const most = Math.max(...months.flatMap(({ asked, actual }) => [asked ?? 0, actual ?? 0]), 0);
  const share = (value: number) => `${most === 0 ? 0 : (Math.max(value, 0) / most) * 100}%`;
  return (
    <ChartFrame
      title={monthsFinding(goal, formats)}
      says={months
        .map(
          ({ first_day: day, asked, actual }) =>
            `${formats.month(day)}: ${written(actual)}, asked for ${written(asked)}`,
        )
        .join('; ')}
      table={{
        heads: ['Month', 'Reached', 'Asked for'],
        rows: months.map(({ first_day: day, asked, actual, is_whole: whole }) => [
          actual === null || whole ? formats.month(day) : `${formats.month(day)} (not over)`,
          written(actual),
          written(asked),
        ]),
      }}
      note="Bar: reached, lighter where the month is not over. Line: asked for."
    >
      <div className={classes.months}>
        {months.map(({ first_day: day, asked, actual, is_whole: whole }) => (
          <div key={day} className={classes.month}>
            <div className={classes.room}>
              {actual !== null && (
                <span
                  className={classes.reached}
                  data-part={!whole || undefined}
                  style={{ height: share(actual) }}
                />
              )}
              {asked !== null && <span className={classes.asked} style={{ bottom: share(asked) }} />}
            </div>
            <span className={classes.label}>{formats.monthShort(day)}</span>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

/** Returns in how many whole months what was asked for was reached. */
function monthsFinding({ months, direction }: GoalLine, { number }: Formats): string {
  const judged = months.filter(
    (month): month is GoalMonth & { asked: number; actual: number } =>
      month.is_whole && month.asked !== null && month.actual !== null,
  );
  if (judged.length === 0) return 'No month is over yet';
  const met = judged.filter(({ asked, actual }) =>
    direction === 'more' ? actual >= asked : actual <= asked,
  );
  const of = judged.length === 1 ? 'the one month that is known' : `${number(judged.length)} months`;
  if (met.length === judged.length)
    return judged.length === 1 ? 'Met in the one month that is known' : `Met in all ${of}`;
  return met.length === 0
    ? `Not met in ${judged.length === 1 ? of : `any of ${of}`}`
    : `Met in ${number(met.length)} of ${of}`;
}
