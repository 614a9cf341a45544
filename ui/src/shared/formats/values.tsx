/** One value each, in tabular figures: `<Money value={…}/>`, `<Rate …/>`. A missing one says why. */
import { Hint } from '../parts/Hint';
import { useFormats } from './FormatsProvider';
import type { Maybe, Unit } from './formats';

interface Value<T> {
  value: Maybe<T>;
  /** Why there is no value, in the user's words ("cannot be computed, because the win rate is missing"). */
  why?: Maybe<string>;
}

/** "–" with the reason at hand: on pointing, on focus, and for whoever listens. */
export function Missing({ why }: { why?: Maybe<string> }) {
  const reason = why ?? 'nothing was entered yet';
  return (
    <Hint label={reason} always>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard */}
      <span className="tabular faint" tabIndex={0} role="note" aria-label={`no value: ${reason}`}>
        –
      </span>
    </Hint>
  );
}

function Shown<T>({ value, why, as }: Value<T> & { as: (value: T) => string }) {
  if (value === null || value === undefined) return <Missing why={why} />;
  return <span className="tabular">{as(value)}</span>;
}

/** Minor units as money. */
export function Money({ short, cents, ...value }: Value<number> & { short?: boolean; cents?: boolean }) {
  const { money, moneyShort } = useFormats();
  return <Shown {...value} as={(minor) => (short ? moneyShort(minor) : money(minor, { cents }))} />;
}

/** A count or a measure. */
export function Num({
  fractions = 0,
  unit,
  ...value
}: Value<number> & { fractions?: number; unit?: string }) {
  const { number } = useFormats();
  return <Shown {...value} as={(n) => (unit ? `${number(n, fractions)} ${unit}` : number(n, fractions))} />;
}

/** Basis points as a percentage, with the number it stands on: a rate shows its n. */
export function Rate({ fractions, n, ...value }: Value<number> & { fractions?: number; n?: Maybe<number> }) {
  const { rate, number } = useFormats();
  return (
    <>
      <Shown {...value} as={(basisPoints) => rate(basisPoints, fractions)} />
      {n !== null && n !== undefined && <span className="tabular faint small"> n {number(n)}</span>}
    </>
  );
}

/** A value of any unit, written with it: "400", "€1,200", "63.15%", "57 days". */
export function UnitValue({ unit, ...value }: Value<number> & { unit: Unit }) {
  const formats = useFormats();
  return <Shown {...value} as={(step) => formats.value(unit, step)} />;
}

/** A day, "1 Apr 2027". */
export function Day(value: Value<string>) {
  const { day } = useFormats();
  return <Shown {...value} as={day} />;
}

/** An instant, "1 Apr 2027, 14:32". */
export function Instant(value: Value<string>) {
  const { instant } = useFormats();
  return <Shown {...value} as={instant} />;
}
