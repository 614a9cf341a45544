/** Promises by side, as the first page shows them: two quiet columns, and the way to the whole. */
import { useAsk } from '../../api';
import { ButtonLink, Rate, Section, SidePair } from '../../shared';
import type { FiscalYear } from '../../shared/room';
import classes from './Promises.module.css';

export function PromisesBySide({ year: { first_day: from, last_day: to } }: { year: FiscalYear }) {
  const kept = useAsk('promises_kept', { from, to });
  if (!kept.data) return null;
  const { leads, sides, of_rooms: ofRooms } = kept.data;
  if (leads === 0 && !ofRooms.some(({ cases }) => cases.length > 0)) return null;
  const list = (side: 'sales' | 'marketing') => {
    const ofLeads = leads > 0 ? sides.find((known) => known.side === side)?.promises : undefined;
    const promises = [...(ofLeads ?? []), ...ofRooms.filter((promise) => promise.side === side)];
    if (promises.length === 0) return <p className={classes.none}>Nothing is promised yet.</p>;
    return (
      <ul className={classes.short}>
        {promises.map((promise) => (
          <li key={promise.name}>
            <span>{promise.name}</span>
            <span className={classes.rate}>
              <Rate
                value={promise.kept.basis_points}
                fractions={0}
                n={promise.kept.n || null}
                why={promise.why_not ?? 'nothing was due yet'}
              />
            </span>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <Section
      id="promises-by-side"
      title="Promises by side"
      lead={
        kept.data.version === null
          ? 'Nothing is in force yet: how often each would have been kept this year, had the draft applied.'
          : 'How often each was kept, of what was due this year.'
      }
      actions={
        <ButtonLink to="/promises" variant="subtle">
          All about the promises
        </ButtonLink>
      }
    >
      <SidePair sales={list('sales')} marketing={list('marketing')} />
    </Section>
  );
}
