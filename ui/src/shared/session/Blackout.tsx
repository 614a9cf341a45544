/** A black screen, so that people look at each other. */
import { FocusTrap, UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import classes from './Session.module.css';

export function Blackout({ onEnd }: { onEnd: () => void }) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!['b', 'B', 'Escape', '.'].includes(event.key)) return;
      event.preventDefault();
      onEnd();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [onEnd]);
  return (
    <FocusTrap>
      <div className={classes.black} role="dialog" aria-label="The screen is black">
        <UnstyledButton
          className={classes.blackButton}
          onClick={onEnd}
          aria-label="Show the session again. B does it, too."
          data-autofocus
        />
      </div>
    </FocusTrap>
  );
}
