/** How many times as often those that pass were accepted and won as the others: the two numbers the test is run for. */
import type { Lift } from '../../api';
import { useFormats } from '../../shared';
import classes from './BackTest.module.css';

export function Lifts({ acceptance, win }: { acceptance: Lift; win: Lift }) {
  return (
    <dl className={classes.lifts}>
      <OneLift name="Accepted by sales" lift={acceptance} />
      <OneLift name="Won" lift={win} />
    </dl>
  );
}

function OneLift({ name, lift }: { name: string; lift: Lift }) {
  const { number } = useFormats();
  if (lift.factor === null)
    return (
      <div>
        <dt>{name}</dt>
        <dd>
          <span className={classes.factor}>–</span>
          <span className={classes.under}>{lift.why_not}</span>
        </dd>
      </div>
    );
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={classes.factor}>{number(lift.factor, 1)} times as often</span>
        <span className={classes.under}>
          {lift.low !== null && lift.high !== null
            ? `between ${number(lift.low, 1)} and ${number(lift.high, 1)} times; `
            : ''}
          {lift.is_clear ? 'the difference is clear' : 'this may be chance'}
        </span>
      </dd>
    </div>
  );
}
