/** Words that were counted. While the answer to what is asked now is on its way, they are those of before, and show it. */
import type { ReactNode } from 'react';
import classes from './Parts.module.css';

interface CountedProps {
  /** Whether they answer an earlier question. */
  isOld: boolean;
  children: ReactNode;
}

export function Counted({ isOld, children }: CountedProps) {
  return (
    <span aria-busy={isOld} className={classes.counted}>
      {children}
    </span>
  );
}
