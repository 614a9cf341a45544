/** How one promise was kept: its rate with its n, the parts as a bar, and the counts in words. */
import type { ReactNode } from 'react';
import type { PromiseAttainment, PromiseOfRoom } from '../../api';
import { Rate, useFormats } from '../../shared';
import { countsInWords } from './countsInWords';
import classes from './Promises.module.css';

export function KeptLine({
  promise,
  children,
}: {
  promise: PromiseAttainment | PromiseOfRoom;
  children?: ReactNode;
}) {
  const { number } = useFormats();
  return (
    <li className={classes.promise}>
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
      {children}
      {promise.why_not && <p className={classes.counts}>{promise.why_not}</p>}
    </li>
  );
}

/** The parts as one bar: on time solid, late striped, overdue open. The words below say the same. */
function Shares({
  promise: { on_time, late, overdue },
}: {
  promise: Pick<PromiseAttainment, 'on_time' | 'late' | 'overdue'>;
}) {
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
