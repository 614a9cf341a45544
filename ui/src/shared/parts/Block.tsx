/** A part of a section, with a smaller heading: "The year in numbers". */
import type { ReactNode } from 'react';
import classes from './Block.module.css';

interface BlockProps {
  title: ReactNode;
  /** The idea in a sentence. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Block({ title, lead, actions, children }: BlockProps) {
  return (
    <div className={classes.block}>
      <div className={classes.head}>
        <div>
          <h3 className={classes.title}>{title}</h3>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
