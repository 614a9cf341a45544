/** How one side kept its promises: the rate with its n, what was on time, late and overdue, and how long it took. */
import type { SideAttainment, PromiseAttainment } from '../../api';
import { Rate, useFormats } from '../../shared';
import { countsInWords } from './countsInWords';
import classes from './Promises.module.css';

export function KeptList({ kept }: { kept: SideAttainment | undefined }) {
  const { number } = useFormats();
  if (!kept || kept.promises.length === 0) return <p className={classes.none}>Nothing is promised yet.</p>;
  return (
    <ul className={classes.promises}>
      {kept.promises.map((promise) => (
        <li key={promise.kind} className={classes.promise}>
          <div className={classes.head}>
            <p className={classes.sentence}>{promise.name}</p>
            <span className={classes.rate}>
              <Rate
                value={promise.kept.basis_points}
                fractions={1}
                n={promise.kept.n || null}
                why={promise.why_not ?? 'nothing was due yet'}
              />
            </span>
          </div>
          <Shares promise={promise} />
          <p className={classes.counts}>{countsInWords(promise, number)}</p>
          <Days promise={promise} />
          {promise.why_not && <p className={classes.counts}>{promise.why_not}</p>}
        </li>
      ))}
    </ul>
  );
}

/** The parts as one bar: on time solid, late striped, overdue open. The words below say the same. */
function Shares({ promise: { on_time, late, overdue } }: { promise: PromiseAttainment }) {
  const all = on_time + late + overdue;
  if (all === 0) return null;
  const part = (count: number) => ({ width: `${(count / all) * 100}%` });
  return (
    <div className={classes.shares} aria-hidden>
      <span data-part="on-time" style={part(on_time)} />
      <span data-part="late" style={part(late)} />
      <span data-part="overdue" style={part(overdue)} />
    </div>
  );
}

function Days({ promise }: { promise: PromiseAttainment }) {
  const { number } = useFormats();
  if (promise.median_days === null) return null;
  const days = (count: number, fractions: number) =>
    `${number(count, fractions)} ${count === 1 ? 'working day' : 'working days'}`;
  return (
    <p className={classes.counts}>
      Half within {days(promise.median_days, 1)}
      {promise.most_days !== null && `, nine of ten within ${days(promise.most_days, 0)}`}.
    </p>
  );
}
