/** Below the stage: one back, one on, and what is to be mended. */
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import classes from '../../shared/session/Session.module.css';

interface BarProps {
  previous: (() => void) | null;
  next: (() => void) | null;
  mend: (() => void) | null;
  /** How much was found so far. */
  found: number;
}

export function Bar({ previous, next, mend, found }: BarProps) {
  return (
    <footer className={classes.bar}>
      <ActionIcon size="lg" aria-label="Previous step" disabled={!previous} onClick={() => previous?.()}>
        <IconChevronLeft aria-hidden />
      </ActionIcon>
      <ActionIcon size="lg" aria-label="Next step" disabled={!next} onClick={() => next?.()}>
        <IconChevronRight aria-hidden />
      </ActionIcon>
      {mend && (
        <div className={classes.captures}>
          <Button size="compact-sm" px="0.375rem" variant="subtle" aria-keyshortcuts="F" onClick={mend}>
            <kbd className={classes.key}>F</kbd> Fix
            {found > 0 && (
              <span className={classes.count}>
                <span className="visually-hidden">, so far </span>
                {found}
              </span>
            )}
          </Button>
        </div>
      )}
    </footer>
  );
}
