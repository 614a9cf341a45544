/** Twelve small bars: how a target spreads over the year. A picture of a shape, not a chart to read values from. */
import { Missing } from '../../shared';
import classes from './JointGoals.module.css';

const height = 28;

export function MonthBars({
  values,
  says,
  why,
}: {
  values: readonly number[];
  says: string;
  why?: string | null;
}) {
  const most = Math.max(...values, 0);
  if (values.length === 0 || most === 0) return <Missing why={why ?? 'there is no target to spread yet'} />;
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${values.length * 8} ${height}`}
      role="img"
      aria-label={`By month: ${says}`}
    >
      {values.map((value, index) => {
        const tall = Math.max(1.5, (Math.max(value, 0) / most) * height);
        // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
        return <rect key={index} x={index * 8} y={height - tall} width={6} height={tall} rx={0.75} />;
      })}
    </svg>
  );
}
