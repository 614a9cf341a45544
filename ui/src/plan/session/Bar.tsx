/** Below the stage: one back, one on, the clock, and what comes up. */
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { AgendaItem } from '../../api';
import { Clock } from './Clock';
import { type Kind, kinds } from './capturing';
import classes from './Session.module.css';
import type { SessionClock } from './useSessionClock';
import { WhoWrites } from './WhoWrites';

interface BarProps {
  clock: SessionClock;
  item: AgendaItem | undefined;
  previous: (() => void) | null;
  next: (() => void) | null;
  capture: (kind: Kind) => void;
  black: () => void;
}

export function Bar({ clock, item, previous, next, capture, black }: BarProps) {
  return (
    <div className={classes.bar}>
      <ActionIcon size="lg" aria-label="Previous section" disabled={!previous} onClick={() => previous?.()}>
        <IconChevronLeft aria-hidden />
      </ActionIcon>
      <ActionIcon size="lg" aria-label="Next section" disabled={!next} onClick={() => next?.()}>
        <IconChevronRight aria-hidden />
      </ActionIcon>
      {item && <Clock item={item} seconds={clock.takenBy(item.id)} isRunning={clock.isRunning} />}
      <div className={classes.captures}>
        {(['parked', 'decision', 'todo'] as const).map((kind) => (
          <Button
            key={kind}
            size="compact-sm"
            variant="subtle"
            aria-label={kinds[kind].title}
            onClick={() => capture(kind)}
          >
            <kbd className={classes.key}>{kinds[kind].key}</kbd> {kinds[kind].short}
          </Button>
        ))}
        <Button size="compact-sm" variant="subtle" aria-label="Black screen" onClick={black}>
          <kbd className={classes.key}>B</kbd> Black
        </Button>
      </div>
      <WhoWrites />
    </div>
  );
}
