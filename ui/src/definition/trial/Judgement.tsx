/** The verdict on a lead, why, and what each criterion said. */
import type { JudgedLead } from '../../api';
import { useFormats, VerdictMark } from '../../shared';
import { JudgedCriteria } from './JudgedCriteria';
import classes from './Trial.module.css';

export function Judgement({ judged }: { judged: JudgedLead }) {
  const { number } = useFormats();
  return (
    <>
      <div role="status" aria-live="polite">
        <p className={classes.verdict} data-verdict={judged.verdict}>
          <VerdictMark verdict={judged.verdict} />
        </p>
        <p className={classes.because}>
          {judged.because}
          {judged.threshold !== null && judged.points !== null && (
            <span className="soft">
              {' '}
              {number(judged.points)} of {number(judged.threshold)} points.
            </span>
          )}
        </p>
      </div>
      <JudgedCriteria criteria={judged.criteria} />
    </>
  );
}
