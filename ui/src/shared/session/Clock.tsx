/** The quiet clock of the section on screen: a shape, whole minutes, a thin line. It speaks only when its state changes. */
import { StatusMark } from '..';
import classes from './Session.module.css';
import type { SessionStop } from './stops';
import { type Standing, standingOf } from './timing';

interface ClockProps {
  stop: SessionStop;
  seconds: number;
  isRunning: boolean;
}

export function Clock({ stop, seconds, isRunning }: ClockProps) {
  const standing = standingOf(seconds, stop.minutes);
  return (
    <div className={classes.clock}>
      <StatusMark status={standing.status} word={standing.words} />
      {!isRunning && <span className={classes.of}>paused</span>}
      <span className="visually-hidden" role="status">
        {aloud(stop.title, standing)}
      </span>
    </div>
  );
}

/** What is said aloud changes with the state and not with every minute. */
function aloud(section: string, { status }: Standing): string {
  if (status === 'at_risk') return `${section}: the time is nearly up.`;
  return status === 'off_track' ? `${section}: the planned time is over.` : '';
}
