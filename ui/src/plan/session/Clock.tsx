/** The quiet clock of the section on screen: a shape, whole minutes, a thin line. It speaks only when its state changes. */
import type { AgendaItem } from '../../api';
import { StatusMark } from '../../shared';
import classes from '../../shared/session/Session.module.css';
import { sectionTitles } from './sections';
import { type Standing, standingOf } from './timing';

interface ClockProps {
  item: AgendaItem;
  seconds: number;
  isRunning: boolean;
}

export function Clock({ item, seconds, isRunning }: ClockProps) {
  const standing = standingOf(seconds, item.minutes);
  return (
    <div className={classes.clock}>
      <StatusMark status={standing.status} word={standing.words} />
      {!isRunning && <span className={classes.of}>paused</span>}
      <span className="visually-hidden" role="status">
        {aloud(sectionTitles[item.section], standing)}
      </span>
    </div>
  );
}

/** What is said aloud changes with the state and not with every minute. */
function aloud(section: string, { status }: Standing): string {
  if (status === 'at_risk') return `${section}: the time is nearly up.`;
  return status === 'off_track' ? `${section}: the planned time is over.` : '';
}
