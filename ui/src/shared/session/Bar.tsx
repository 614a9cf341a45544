/** Below the stage: one back, one on, the clock, and what comes up. */
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Clock } from './Clock';
import { type Kind, kinds } from './capturing';
import classes from './Session.module.css';
import type { SessionStop } from './stops';
import type { SessionClock } from './useSessionClock';

interface BarProps {
  clock: SessionClock;
  stop: SessionStop | undefined;
  previous: (() => void) | null;
  next: (() => void) | null;
  /** How much was captured so far. */
  counts: Record<Kind, number>;
  /** Nothing where what comes up cannot be written down. */
  capture: ((kind: Kind) => void) | null;
}

export function Bar({ clock, stop, previous, next, counts, capture }: BarProps) {
  return (
    <footer className={classes.bar}>
      <ActionIcon size="lg" aria-label="Previous section" disabled={!previous} onClick={() => previous?.()}>
        <IconChevronLeft aria-hidden />
      </ActionIcon>
      <ActionIcon size="lg" aria-label="Next section" disabled={!next} onClick={() => next?.()}>
        <IconChevronRight aria-hidden />
      </ActionIcon>
      {stop && <Clock stop={stop} seconds={clock.takenBy(stop.id)} isRunning={clock.isRunning} />}
      {capture && (
        <div className={classes.captures}>
          {(['parked', 'decision', 'todo'] as const).map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              px="0.375rem"
              variant="subtle"
              aria-keyshortcuts={kinds[kind].key}
              onClick={() => capture(kind)}
            >
              <kbd className={classes.key}>{kinds[kind].key}</kbd> {kinds[kind].short}
              {counts[kind] > 0 && (
                <span className={classes.count}>
                  <span className="visually-hidden">, so far </span>
                  {counts[kind]}
                </span>
              )}
            </Button>
          ))}
        </div>
      )}
    </footer>
  );
}
