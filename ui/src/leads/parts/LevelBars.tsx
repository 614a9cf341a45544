/** Level bars with their names, one a line: what is to be compared stands below each other. */
import type { ReactNode } from 'react';
import classes from './Parts.module.css';

export interface LevelBar {
  key: string;
  label: string;
  value: number | null;
  shown: string;
  /** Rests on so few that it is not compared: hatched. */
  few?: boolean;
  /** Leads to the records behind it. */
  action?: ReactNode;
}

export function LevelBars({ bars }: { bars: readonly LevelBar[] }) {
  // Every bar has its true length, also one that is not ranked.
  const most = Math.max(...bars.map((bar) => bar.value ?? 0), 0);
  // The longest figure says how much room the figures need beside the longest bar.
  const figures = Math.max(...bars.map((bar) => bar.shown.length), 0);
  const width = (value: number) => `${most === 0 ? 0 : Math.min(100, (value / most) * 100)}%`;
  return (
    <div className={classes.bars} style={{ ['--figures' as string]: `${figures + 2}ch` }}>
      {bars.map((bar) => (
        <div key={bar.key} className={classes.bar}>
          <span className={classes.barLabel}>{bar.label}</span>
          <span className={classes.track}>
            {bar.value !== null && (
              <span
                className={classes.fill}
                data-few={bar.few || undefined}
                style={{ width: width(bar.value) }}
              />
            )}
            <span className={classes.barValue}>{bar.shown}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
