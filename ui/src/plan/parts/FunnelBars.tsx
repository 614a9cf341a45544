/** A funnel as level bars, the widest stage first, with what leads from one stage to the next between them. */
import type { ReactNode } from 'react';
import classes from './FunnelBars.module.css';

export interface FunnelBarStage {
  key: string;
  label: string;
  /** How wide the bar is; a missing one has no bar. */
  value: number | null;
  /** The figure beside the bar. */
  shown: ReactNode;
  /** A smaller figure under it. */
  beside?: ReactNode;
  /** How much of the bar is marketing's. */
  part?: number | null;
  /** A line under the bar. */
  note?: string;
  /** What leads to the next stage: "37.5 %, n 1,200". */
  next?: string;
}

interface FunnelBarsProps {
  stages: readonly FunnelBarStage[];
  /** Large figures, for the result that everybody looks at. */
  large?: boolean;
}

export function FunnelBars({ stages, large }: FunnelBarsProps) {
  const most = Math.max(...stages.map((stage) => stage.value ?? 0), 0);
  const share = (value: number, of: number) => `${of === 0 ? 0 : Math.min(100, (value / of) * 100)}%`;
  return (
    <div className={classes.funnel} data-large={large || undefined}>
      {stages.map((stage) => (
        <div key={stage.key} className={classes.stage}>
          <span className={classes.label}>{stage.label}</span>
          <span className={classes.figure}>
            <span className={classes.shown}>{stage.shown}</span>
            {stage.beside && <span className={classes.beside}>{stage.beside}</span>}
          </span>
          <span className={classes.track}>
            {stage.value !== null && (
              <span className={classes.bar} style={{ width: share(stage.value, most) }}>
                {stage.part !== null && stage.part !== undefined && (
                  <span className={classes.part} style={{ width: share(stage.part, stage.value) }} />
                )}
              </span>
            )}
          </span>
          {(stage.note || stage.next) && (
            <span className={classes.next}>
              {stage.next && <span>↓ {stage.next}</span>}
              {stage.note && <span>{stage.note}</span>}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
