/** A rate with the number it stands on, and the range in which the true one lies. */
import type { Measured } from '../../api';
import { Missing, useFormats } from '../../shared';
import classes from './BackTest.module.css';

export function MeasuredRate({ of, why }: { of: Measured; why: string }) {
  const { rate, number } = useFormats();
  if (of.rate.basis_points === null) return <Missing why={why} />;
  return (
    <span className={classes.measured}>
      <span className={classes.rate}>
        {of.rate.small && <span className={classes.few}>few</span>} {rate(of.rate.basis_points, 1)}
      </span>
      <span className={classes.under}>
        {number(of.rate.part)} of {number(of.rate.n)}
        {of.low !== null && of.high !== null && (
          <>
            <br />
            {number(of.low / 100, 1)} to {rate(of.high, 1)}
          </>
        )}
      </span>
    </span>
  );
}
