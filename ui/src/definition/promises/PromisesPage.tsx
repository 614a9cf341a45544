/**
 * The promises of both sides over any period: of each what was kept, late and overdue, side by side, with what stands behind it.
 * Whoever sees one side sees the other.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type PromisesKeptView, useAsk } from '../../api';
import { allTime, ButtonLink, type Formats, Page, type Period, PeriodField, useFormats } from '../../shared';
import { bySideInWords } from './countsInWords';
import { KeptBySides, saysWhich } from './KeptBySides';
import classes from './Promises.module.css';
import { periodOf, placeOf } from './place';

export function PromisesPage() {
  // What runs is what people ask for first; until it is known, nothing is asked.
  const years = useAsk('show_company', {}).data?.years;
  const formats = useFormats();
  const place = useSearch({ from: '/promises' });
  const navigate = useNavigate();
  const today = formats.today();
  const running = years?.find(({ first_day: first, last_day: last }) => first <= today && today <= last);
  const thisYear = running ? { from: running.first_day, to: running.last_day } : allTime;
  const period = periodOf(place, thisYear);
  const choose = (next: Period) =>
    void navigate({ to: '/promises', search: placeOf(next), replace: true, resetScroll: false });
  const kept = useAsk('promises_kept', period, { enabled: years !== undefined, keep: true });
  return (
    <Page
      wide
      title="Promises"
      lead={kept.data && saysWhich(kept.data, formats.day)}
      actions={
        <ButtonLink to="/definition" hash="promises">
          What is promised
        </ButtonLink>
      }
    >
      <PeriodField label="Period" period={period} choose={choose} />
      {kept.error && <p role="alert">{kept.error.message}</p>}
      {kept.data && (
        <>
          <p className={classes.finding}>{finding(kept.data, formats)}</p>
          <KeptBySides kept={kept.data} period={period} />
        </>
      )}
    </Page>
  );
}

/** Says how each side kept what it promised: leads, requests and actions, each counted by itself. */
function finding(kept: PromisesKeptView, formats: Formats): string {
  const both = (['marketing', 'sales'] as const).map((side) => bySideInWords(kept, side, formats));
  const said = both.join('; ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
