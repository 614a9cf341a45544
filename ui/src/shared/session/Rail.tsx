/** The agenda beside the stage: where we are, what comes, and how the time stands. */
import { Button, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import classes from './Session.module.css';
import { closing, type SessionStop } from './stops';
import { lengthInWords, standingOf } from './timing';
import type { SessionClock } from './useSessionClock';
import { WhoWrites } from './WhoWrites';

export interface RailProps {
  /** What the session is called. */
  title: string;
  stops: readonly SessionStop[];
  clock: SessionClock;
  isDark: boolean;
  setDark: (dark: boolean) => void;
  black: () => void;
  leave: () => void;
  editAgenda: () => void;
}

export function Rail({ title, stops, clock, isDark, setDark, black, leave, editAgenda }: RailProps) {
  const minutes = stops.reduce((sum, stop) => sum + stop.minutes, 0);
  return (
    <nav className={classes.rail} aria-label="Agenda">
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.who}>
        <WhoWrites />
      </div>
      <p className={classes.total}>{lengthInWords(minutes)} planned</p>
      <ol className={classes.stops}>
        {stops.map((stop) => (
          <li key={stop.id}>
            <Stop stop={stop} clock={clock} />
          </li>
        ))}
        <li>
          <UnstyledButton
            className={classes.stop}
            aria-current={clock.at === closing ? 'step' : undefined}
            onClick={() => clock.goTo(closing)}
          >
            <span>Closing</span>
          </UnstyledButton>
        </li>
      </ol>
      <div className={classes.railFoot}>
        <Menu position="top-start" withinPortal>
          <Menu.Target>
            <Button variant="subtle" size="compact-sm" rightSection={<IconChevronUp size={16} aria-hidden />}>
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              rightSection={<kbd className={classes.key}>T</kbd>}
              onClick={clock.isRunning ? clock.pause : clock.goOn}
            >
              {clock.isRunning ? 'Pause the clock' : 'Go on with the clock'}
            </Menu.Item>
            <Menu.Item rightSection={<kbd className={classes.key}>B</kbd>} onClick={black}>
              Black screen
            </Menu.Item>
            <Menu.Item onClick={() => setDark(!isDark)}>{isDark ? 'Light room' : 'Dark room'}</Menu.Item>
            <Menu.Item onClick={editAgenda}>Change the agenda</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button variant="subtle" size="compact-sm" onClick={leave}>
          Leave
        </Button>
      </div>
    </nav>
  );
}

function Stop({ stop, clock }: { stop: SessionStop; clock: SessionClock }) {
  const taken = clock.takenBy(stop.id);
  const standing = standingOf(taken, stop.minutes);
  const share = stop.minutes > 0 ? Math.min(100, (taken / (stop.minutes * 60)) * 100) : 0;
  const isOver = standing.status === 'off_track';
  return (
    <UnstyledButton
      className={classes.stop}
      aria-current={clock.at === stop.id ? 'step' : undefined}
      onClick={() => clock.goTo(stop.id)}
    >
      <span>{stop.title}</span>
      <span className={classes.minutes} data-over={isOver || undefined}>
        {isOver ? (
          `■ ${standing.words}`
        ) : (
          <>
            <span aria-hidden>{stop.minutes}′</span>
            <span className="visually-hidden">{stop.minutes} minutes</span>
          </>
        )}
      </span>
      <svg viewBox="0 0 100 2" preserveAspectRatio="none" className={classes.line} aria-hidden>
        <rect width="100" height="2" className={classes.lineGround} />
        <rect width={share} height="2" className={classes.lineTaken} data-status={standing.status} />
      </svg>
    </UnstyledButton>
  );
}
