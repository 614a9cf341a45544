/** Where short messages appear. Loaded once the first screen stands. */
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import classes from './Messages.module.css';

const position = 'bottom-right';

/** Returns the room that messages of this height take from what stands behind them, their distance from it included. */
export function roomFor(height: number): string {
  return height === 0 ? '0px' : `calc(${Math.ceil(height)}px + 2 * var(--mantine-spacing-md))`;
}

/** Messages lie beside what is on screen, never over it: whoever reads a chart or wants a button has it as before. */
export function Messages() {
  useEffect(() => {
    const root = document.documentElement;
    const place = document.querySelector<HTMLElement>(`.${classes.place}[data-position="${position}"]`);
    if (!place) return;
    const observer = new ResizeObserver(() =>
      root.style.setProperty('--ls-messages', roomFor(place.offsetHeight)),
    );
    observer.observe(place);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--ls-messages');
    };
  }, []);
  return (
    <Notifications
      position={position}
      limit={3}
      // A message is as tall as its text; the usual bound cuts it at both ends.
      notificationMaxHeight="none"
      containerWidth="32rem"
      withinPortal={false}
      className={classes.place}
    />
  );
}
