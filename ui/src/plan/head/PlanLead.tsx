/** The line under the title: the fiscal year, and where the plan stands. */
import type { PlanView } from '../../api';
import { standingInWords, useFormats } from '../../shared';
import classes from './Head.module.css';

export function PlanLead({ view }: { view: PlanView }) {
  const { day } = useFormats();
  return (
    <>
      {day(view.first_day)} to {day(view.last_day)}
      <span className={classes.dot} aria-hidden>
        ·
      </span>
      {standingInWords(view, day)}
    </>
  );
}
