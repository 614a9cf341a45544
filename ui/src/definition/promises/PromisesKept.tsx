/** How the promises of both sides were kept, in the same layout for both. */
import { useInViewport } from '@mantine/hooks';
import { useState } from 'react';
import { type PromiseOfRoom, type PromisesKeptView, type SideAttainment, useAsk } from '../../api';
import { allTime, Block, PeriodField, SidePair, useFormats } from '../../shared';
import { KeptList } from './KeptList';
import classes from './Promises.module.css';

export function PromisesKept() {
  const [period, setPeriod] = useState(allTime);
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const kept = useAsk('promises_kept', period, { enabled: inViewport, keep: true });
  const { number, day } = useFormats();
  return (
    <div ref={ref} className={classes.kept}>
      <Block
        title="How they are kept"
        lead={kept.data && saysWhich(kept.data, day)}
        actions={<PeriodField label="Leads of" period={period} choose={setPeriod} />}
      >
        {kept.error && <p role="alert">{kept.error.message}</p>}
        {kept.data && <Sides leads={kept.data.leads} sides={kept.data.sides} ofRooms={kept.data.of_rooms} />}
        {kept.data && kept.data.version !== null && kept.data.without_day > 0 && (
          <p className="soft">
            Of {number(kept.data.without_day)} leads the day of the hand-over is not known, so nobody can say
            which promises they fall under. They are left out.
          </p>
        )}
        {kept.data?.before && kept.data.since && (
          <Block
            title={`Before ${day(kept.data.since)}`}
            lead={`Nothing was promised yet. This is how ${number(kept.data.before.leads)} earlier leads would have fared, had the promises applied.`}
          >
            <Sides leads={kept.data.before.leads} sides={kept.data.before.sides} />
          </Block>
        )}
      </Block>
    </div>
  );
}

/** Says whose promises these are and since when they are held. */
function saysWhich({ version, since }: PromisesKeptView, day: (value: string) => string): string {
  return version === null || since === null
    ? 'Nothing is in force yet: this is how the promises of the draft would have been kept, had they applied. What is not due yet is left out.'
    : `Each lead since ${day(since)} is held to the promises in force when it was handed over; version ${version} is in force now. What is not due yet is left out.`;
}

function Sides({
  leads,
  sides,
  ofRooms = [],
}: {
  leads: number;
  sides: readonly SideAttainment[];
  ofRooms?: readonly PromiseOfRoom[];
}) {
  const list = (side: 'sales' | 'marketing') => (
    <KeptList
      kept={leads > 0 ? sides.find((known) => known.side === side) : undefined}
      ofRooms={ofRooms.filter((promise) => promise.side === side)}
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
