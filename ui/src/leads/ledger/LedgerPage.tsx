/** The ledger: every lead, as many as there are, narrowed down as far as one likes; one of them open at the side. */
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ButtonLink, Page, useFormats } from '../../shared';
import { NoLeads } from '../parts/NoLeads';
import { asLedgerPlace, type LedgerPlace } from '../places';
import { Filters } from './Filters';
import { LeadDrawer } from './LeadDrawer';
import { LeadTable } from './LeadTable';
import classes from './Ledger.module.css';
import { useLeadCount } from './useLeadPages';

export function LedgerPage() {
  const place = useSearch({ from: '/leads/ledger' });
  const navigate = useNavigate();
  const { number } = useFormats();
  const count = useLeadCount(place);
  const go = (next: LedgerPlace) => void navigate({ to: '/leads/ledger', search: next, replace: true });
  const { lead, sort, ...filters } = place;
  const filtered = Object.keys(asLedgerPlace({ ...filters })).length > 0;
  if (count.isError) {
    return (
      <Page title="Ledger" lead={count.error.message}>
        <Button onClick={() => go({})}>Show all leads</Button>
      </Page>
    );
  }
  if (!count.data) return null;
  const { total } = count.data;
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
        <h1 className={classes.title}>
          <span role="status">
            {number(total)} {total === 1 ? 'lead' : 'leads'}
            {place.lost && ' lost or ignored'}
          </span>
        </h1>
        <ButtonLink to="/leads/import" search={{}}>
          Take in leads…
        </ButtonLink>
      </header>
      <Filters place={place} filtered={filtered} go={go} />
      {total === 0 ? (
        <p className="soft">No lead is like this. Leave out one of the filters.</p>
      ) : (
        <LeadTable
          place={place}
          total={total}
          open={(id) => go({ ...place, lead: id })}
          sortBy={(next) => go({ ...place, sort: next })}
        />
      )}
      <LeadDrawer id={lead} onClose={() => go({ ...place, lead: undefined })} />
    </div>
  );
}
