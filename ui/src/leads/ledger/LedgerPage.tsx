/** The ledger: every lead, as many as there are, narrowed down as far as one likes; one of them open at the side. */
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ButtonLink, Page, useFormats } from '../../shared';
import { Counted } from '../parts/Counted';
import { NoLeads } from '../parts/NoLeads';
import { StillReading } from '../parts/StillReading';
import type { LedgerPlace } from '../places';
import { Filters } from './Filters';
import { LeadDrawer } from './LeadDrawer';
import { LeadTable } from './LeadTable';
import classes from './Ledger.module.css';
import { Narrowed } from './Narrowed';
import { filtersOf, isFiltered } from './questions';
import { ledgerTitle, SaySource } from './SaySource';
import { useLeadCount } from './useLeadPages';
import { SavedViews } from './views/SavedViews';

export function LedgerPage() {
  const place = useSearch({ from: '/leads/ledger' });
  const navigate = useNavigate();
  const { number } = useFormats();
  const count = useLeadCount(place);
  const go = (next: LedgerPlace) => void navigate({ to: '/leads/ledger', search: next, replace: true });
  const filtered = isFiltered(place);
  if (count.isError) {
    return (
      <Page title="Ledger" lead={count.error.message}>
        <Button onClick={() => go({})}>Show all leads</Button>
      </Page>
    );
  }
  if (!count.data) return <StillReading title="Ledger" />;
  const { total } = count.data;
  // Until the answer to what is asked now is there, the one before stands there, and shows that it is old.
  const isOld = count.isPlaceholderData;
  if (total === 0 && !filtered) {
    return (
      <Page title="Ledger">
        <NoLeads />
      </Page>
    );
  }
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <h1 className={classes.title} id={ledgerTitle} tabIndex={-1}>
          <span role="status">
            <Counted isOld={isOld}>
              {number(total)} {total === 1 ? 'lead' : 'leads'}
              {place.lost_or_ignored && ' lost or ignored'}
            </Counted>
          </span>
        </h1>
        <div className={classes.actions}>
          <SavedViews place={place} go={go} />
          <ButtonLink to="/leads/import" search={{}}>
            Take in leads…
          </ButtonLink>
        </div>
      </header>
      <Filters place={place} go={go} />
      {filtered && (
        <Narrowed place={place} go={go}>
          {total > 0 && !isOld && <SaySource place={place} total={total} />}
        </Narrowed>
      )}
      {total === 0 && isOld ? null : total === 0 ? (
        <p className="soft">
          {place.source === '' && Object.keys(filtersOf(place)).length === 1
            ? 'Every lead has its source. So every effort can be judged by what came of it.'
            : 'No lead is like this. Leave out one of the filters.'}
        </p>
      ) : (
        <LeadTable
          place={place}
          total={total}
          open={(id) => go({ ...place, lead: id })}
          sortBy={(next) => go({ ...place, sort: next, reverse: undefined })}
        />
      )}
      <LeadDrawer id={place.lead} onClose={() => go({ ...place, lead: undefined })} />
    </div>
  );
}
