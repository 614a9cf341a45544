/**
 * Upright bars, one a month or quarter. Ours rather than a chart library's, because they stand above the fields that set
 * them, grow with the projector's type size, and cost nothing when there are five goals on a page.
 */
import classes from './Bars.module.css';

export interface Bar {
  /** A stable name. */
  key: string;
  /** What stands below: "Apr". */
  label: string;
  value: number;
  /** How much of it stands out, the rest being drawn lightly. */
  part?: number;
  /** What stands above: "34". */
  shown: string;
  /** Before the plan's year begins: hatched. */
  before?: boolean;
}

interface BarsProps {
  bars: readonly Bar[];
  /** A hue of the theme, as CSS. */
  color?: string;
  /** Lower bars for narrow places. */
  low?: boolean;
  /** Only some bars have a name, which may reach under its neighbours. */
  sparse?: boolean;
}

export function Bars({ bars, color = 'var(--ls-leadership-fill)', low, sparse }: BarsProps) {
  const most = Math.max(...bars.map((bar) => Math.abs(bar.value)), 0);
  return (
    <div className={classes.bars} data-low={low || undefined} data-sparse={sparse || undefined}>
      {bars.map((bar) => (
        <div
          key={bar.key}
          className={classes.column}
          data-before={bar.before || undefined}
          data-parted={bar.part !== undefined || undefined}
        >
          <div className={classes.room}>
            <div
              className={classes.bar}
              style={{
                height: `${most === 0 ? 0 : (Math.abs(bar.value) / most) * 100}%`,
                ['--bar' as string]: color,
              }}
            >
              {bar.part !== undefined && (
                <span
                  className={classes.part}
                  style={{ height: `${bar.value === 0 ? 0 : Math.min(100, (bar.part / bar.value) * 100)}%` }}
                />
              )}
              <span className={classes.value}>{bar.shown}</span>
            </div>
          </div>
          <span className={classes.label}>{bar.label}</span>
        </div>
      ))}
    </div>
  );
}
