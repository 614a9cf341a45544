/**
 * The seal, our mark: two halves that fit into each other, one a side. Each half fills when that side signs; when both
 * have, the gap closes and a ring goes round: in force. Readable from 16 to 160 pixels, and without colour.
 */
import classes from './Seal.module.css';

export interface SealProps {
  /** Whether the side has signed. */
  sales: boolean;
  marketing: boolean;
  /** In force, or replaced by a later version (then the seal is whole, but grey). */
  state: 'open' | 'in_force' | 'superseded';
  /** Pixels at 100 % zoom. */
  size?: number;
  /** What it is the seal of ("Plan FY27"); opens the text alternative. Without it the seal is decoration. */
  of?: string;
}

const middle = 16;
/** How far the dividing line steps aside, from the middle. */
const step = 2.4;

/** Returns the left half of a disc, whose dividing line makes one step; the right half is the same, turned round. */
function half(radius: number, gap: number): string {
  const top = step - gap / 2;
  const bottom = -step - gap / 2;
  const y = (x: number) => Math.sqrt(radius * radius - x * x);
  const at = (x: number, dy: number) => `${(middle + x).toFixed(3)} ${(middle + dy).toFixed(3)}`;
  return [
    `M${at(top, -y(top))}`,
    `L${at(top, -gap / 2)}`,
    `L${at(bottom, -gap / 2)}`,
    `L${at(bottom, y(bottom))}`,
    `A${radius} ${radius} 0 0 1 ${at(top, -y(top))}Z`,
  ].join('');
}

const open = half(13.2, 2.6);
const closed = half(10.9, 1.1);

/** Returns what the seal says, for whoever does not see it. */
export function sealInWords({ sales, marketing, state }: Pick<SealProps, 'sales' | 'marketing' | 'state'>) {
  if (state === 'in_force') return 'signed by both sides, in force';
  if (state === 'superseded') return 'was in force, replaced by a later version';
  if (sales && marketing) return 'signed by both sides';
  if (sales) return 'signed by Sales, Marketing has not signed';
  if (marketing) return 'signed by Marketing, Sales has not signed';
  return 'not signed yet';
}

export function Seal({ sales, marketing, state, size = 24, of }: SealProps) {
  const whole = state !== 'open';
  const shape = whole ? closed : open;
  const rem = `${size / 16}rem`;
  const says = of
    ? { role: 'img', 'aria-label': `${of}: ${sealInWords({ sales, marketing, state })}` }
    : null;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is either hidden or an image with a label, both given below
    <svg
      viewBox="0 0 32 32"
      className={classes.seal}
      data-state={state}
      width={rem}
      height={rem}
      {...(says ?? { 'aria-hidden': true })}
    >
      {whole && <circle className={classes.ring} cx={middle} cy={middle} r={14.4} />}
      <path className={classes.sales} data-signed={sales || whole} d={shape} />
      <path
        className={classes.marketing}
        data-signed={marketing || whole}
        d={shape}
        transform={`rotate(180 ${middle} ${middle})`}
      />
    </svg>
  );
}
