/** How one side kept its promises: those of the definition, and what other rooms add to them. */
import type { PromiseAttainment, PromiseOfRoom, SideAttainment } from '../../api';
import { type Period, useFormats } from '../../shared';
import { KeptLine } from './KeptLine';
import { KeptOfRoom } from './KeptOfRoom';
import { LeadsBehind } from './LeadsBehind';
import classes from './Promises.module.css';

export function KeptList({
  kept,
  ofRooms = [],
  period,
}: {
  kept: SideAttainment | undefined;
  ofRooms?: readonly PromiseOfRoom[];
  /** The period in which leads were handed over; nothing where the leads behind a number cannot be listed. */
  period?: Period;
}) {
  const promises = kept?.promises ?? [];
  if (promises.length + ofRooms.length === 0) return <p className={classes.none}>Nothing is promised yet.</p>;
  return (
    <ul className={classes.promises}>
      {promises.map((promise) => (
        <KeptLine key={promise.kind} promise={promise}>
          <Days promise={promise} />
          {period && <LeadsBehind promise={promise} period={period} />}
        </KeptLine>
      ))}
      {ofRooms.map((promise) => (
        <KeptOfRoom key={`${promise.room} ${promise.name}`} promise={promise} />
      ))}
    </ul>
  );
}

function Days({ promise }: { promise: PromiseAttainment }) {
  const { number } = useFormats();
  if (promise.median_days === null) return null;
  const days = (count: number, fractions: number) =>
    `${number(count, fractions)} ${count === 1 ? 'working day' : 'working days'}`;
  return (
    <p className={classes.counts}>
      Half within {days(promise.median_days, 1)}
      {promise.most_days !== null && `, nine of ten within ${days(promise.most_days, 0)}`}.
    </p>
  );
}
