/** A place where nothing stands yet: what belongs here, why it is worth it, and one thing to do. */
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  /** What belongs here: "No joint goal yet". */
  title: string;
  /** Why it is worth it, in a sentence or two. */
  children: ReactNode;
  /** The one thing to do: a button. */
  action?: ReactNode;
  /** Something quiet beside it, such as the way to the sample. */
  aside?: ReactNode;
}

export function EmptyState({ title, children, action, aside }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      <div className={classes.why}>{children}</div>
      {(action || aside) && (
        <div className={classes.actions}>
          {action}
          {aside}
        </div>
      )}
    </div>
  );
}
