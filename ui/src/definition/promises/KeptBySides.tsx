/** What both sides promised and how it was kept, in two columns of one layout; neither ever stands alone. */
import type { PromiseOfRoom, PromisesKeptView, SideAttainment } from '../../api';
import { Block, type Period, SidePair, useFormats } from '../../shared';
import { KeptList } from './KeptList';

export function KeptBySides({ kept, period }: { kept: PromisesKeptView; period: Period }) {
  const { number, day } = useFormats();
  const { before, since } = kept;
  return (
    <>
      <Sides leads={kept.leads} sides={kept.sides} ofRooms={kept.of_rooms} period={period} />
      {kept.version !== null && kept.without_day > 0 && (
        <p className="soft">
          Of {number(kept.without_day)} leads the day of the hand-over is not known, so nobody can say which
          promises they fall under. They are left out.
        </p>
      )}
      {before && since && (
        <Block
          title={`Before ${day(since)}`}
          lead={`Nothing was promised yet. This is how ${number(before.leads)} earlier leads would have fared, had the promises applied.`}
        >
          <Sides leads={before.leads} sides={before.sides} />
        </Block>
      )}
    </>
  );
}

/** Says whose promises these are and since when they are held. */
export function saysWhich(
  { is_begun: isBegun, version, since }: PromisesKeptView,
  day: (value: string) => string,
): string {
  if (!isBegun) return 'No definition of a qualified lead is begun, so nothing is promised of leads yet.';
  return version === null || since === null
    ? 'Nothing is in force yet: this is how the promises of the draft would have been kept, had they applied. What is not due yet is left out.'
    : `Each lead since ${day(since)} is held to the promises in force when it was handed over; version ${version} is in force now. What is not due yet is left out.`;
}

interface SidesProps {
  leads: number;
  sides: readonly SideAttainment[];
  ofRooms?: readonly PromiseOfRoom[];
  period?: Period;
}

function Sides({ leads, sides, ofRooms = [], period }: SidesProps) {
  const list = (side: 'sales' | 'marketing') => (
    <KeptList
      kept={leads > 0 ? sides.find((known) => known.side === side) : undefined}
      ofRooms={ofRooms.filter((promise) => promise.side === side)}
      period={period}
    />
  );
  return (
    <>
      {leads === 0 && (
        <p className="soft">
          No lead was handed over in this time. Once leads are imported, each promise shows here how often it
          was kept.
        </p>
      )}
      {(leads > 0 || ofRooms.length > 0) && <SidePair sales={list('sales')} marketing={list('marketing')} />}
    </>
  );
}
