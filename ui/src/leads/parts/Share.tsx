/** A rate with the number it stands on; one that rests on few is marked and never ranked. */
import type { Rate as RateOf } from '../../api';
import { Few, Missing, useFormats } from '../../shared';
import classes from './Parts.module.css';

export function Share({ of, why }: { of: RateOf; why: string }) {
  const { rate, number } = useFormats();
  if (of.basis_points === null) return <Missing why={why} />;
  return (
    <span className={classes.share}>
      {rate(of.basis_points)}
      <span className={classes.n}>
        n {number(of.n)}
        {of.small && <Few />}
      </span>
    </span>
  );
}
