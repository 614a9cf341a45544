/** Two columns of equal weight, Sales on the left as in the seal. What judges one side stands beside what judges the other. */
import type { ReactNode } from 'react';
import { SideBadge } from './SideBadge';
import classes from './SidePair.module.css';

interface SidePairProps {
  sales: ReactNode;
  marketing: ReactNode;
  /** What stands above each column; the side's name when left out, nothing when null. */
  heads?: { sales: ReactNode; marketing: ReactNode } | null;
}

export function SidePair({ sales, marketing, heads }: SidePairProps) {
  const head = (side: 'sales' | 'marketing') =>
    heads === null ? null : (
      <div className={classes.head}>{heads === undefined ? <SideBadge side={side} /> : heads[side]}</div>
    );
  return (
    <div className={classes.pair}>
      <div className={classes.column} data-side="sales">
        {head('sales')}
        {sales}
      </div>
      <div className={classes.column} data-side="marketing">
        {head('marketing')}
        {marketing}
      </div>
    </div>
  );
}
