/** The agenda beside the stage: where we are, what comes, and how the time stands. */
import { Button, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { AgendaItem, PlanView } from '../../api';
import classes from '../../shared/session/Session.module.css';
import { WhoWrites } from '../../shared/session/WhoWrites';
import { AgendaEditor } from './AgendaEditor';
import { sectionTitles } from './sections';
import { closing } from './stops';
import { lengthInWords, standingOf } from './timing';
import type { SessionClock } from './useSessionClock';

interface RailProps {
  view: PlanView;
  clock: SessionClock;
  isDark: boolean;
  setDark: (dark: boolean) => void;
  black: () => void;
  leave: () => void;
}

export function Rail({ view, clock, isDark, setDark, black, leave }: RailProps) {
  const [editing, setEditing] = useState(false);
  const { agenda } = view.session;
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <nav className={classes.rail} aria-label="Agenda">
      <h1 className={classes.title}>Planning {view.label}</h1>
      <div className={classes.who}>
        <WhoWrites />
      </div>
      <p className={classes.total}>{lengthInWords(minutes)} planned</p>
      <ol className={classes.stops}>
        {agenda.map((item) => (
          <li key={item.id}>
            <Stop item={item} clock={clock} />
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
            <Menu.Item onClick={() => setEditing(true)}>Change the agenda</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button variant="subtle" size="compact-sm" onClick={leave}>
          Leave
        </Button>
      </div>
      <AgendaEditor view={view} clock={clock} opened={editing} onClose={() => setEditing(false)} />
    </nav>
  );
}

function Stop({ item, clock }: { item: AgendaItem; clock: SessionClock }) {
  const taken = clock.takenBy(item.id);
  const standing = standingOf(taken, item.minutes);
  const share = item.minutes > 0 ? Math.min(100, (taken / (item.minutes * 60)) * 100) : 0;
  const isOver = standing.status === 'off_track';
  return (
    <UnstyledButton
      className={classes.stop}
      aria-current={clock.at === item.id ? 'step' : undefined}
      onClick={() => clock.goTo(item.id)}
    >
      <span>{sectionTitles[item.section]}</span>
      <span className={classes.minutes} data-over={isOver || undefined}>
        {isOver ? (
          `■ ${standing.words}`
        ) : (
          <>
            <span aria-hidden>{item.minutes}′</span>
            <span className="visually-hidden">{item.minutes} minutes</span>
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
