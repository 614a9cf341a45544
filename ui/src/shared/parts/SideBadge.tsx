/** Which side somebody or something belongs to: the hue, a shape of its own, and the word. */
import type { ReactNode } from 'react';
import type { Side } from '../../api';
import classes from './SideBadge.module.css';

export type { Side };

export const sideNames: Record<Side, string> = {
  sales: 'Sales',
  marketing: 'Marketing',
  leadership: 'Leadership',
};

/** The mark of a side: the left half, the right half, or the ring of the seal. */
export function SideMark({ side, size = 12 }: { side: Side; size?: number }) {
  const rem = `${size / 16}rem`;
  return (
    <svg viewBox="0 0 12 12" width={rem} height={rem} className={classes.mark} data-side={side} aria-hidden>
      {side === 'sales' && <path d="M8.4 0.6 A5.4 5.4 0 0 0 8.4 11.4 Z" />}
      {side === 'marketing' && <path d="M3.6 0.6 A5.4 5.4 0 0 1 3.6 11.4 Z" />}
      {side === 'leadership' && <circle cx="6" cy="6" r="4.5" />}
    </svg>
  );
}

/** The side in its hue; `children` replaces the side's name (a person's, say). */
export function SideBadge({ side, children }: { side: Side; children?: ReactNode }) {
  return (
    <span className={classes.badge} data-side={side}>
      <SideMark side={side} />
      {children ?? sideNames[side]}
      {children !== undefined && <span className="visually-hidden"> ({sideNames[side]})</span>}
    </span>
  );
}
