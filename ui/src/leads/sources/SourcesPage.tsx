/** The names by which leads are counted: which sources are marketing's, and which names are one and the same. */
import { useAsk } from '../../api';
import { Page, useFormats } from '../../shared';
import { Failed } from '../parts/Failed';
import { NoLeads } from '../parts/NoLeads';
import { StillReading } from '../parts/StillReading';
import { MarketingSources } from './MarketingSources';
import { SpellingsSection } from './SpellingsSection';

const title = 'Sources and spellings';

export function SourcesPage() {
  const sources = useAsk('list_sources', {});
  const leads = useAsk('list_leads', { limit: 1 });
  const { number } = useFormats();
  const error = sources.error ?? leads.error;
  if (error) return <Failed title={title} error={error} />;
  if (!sources.data || !leads.data) return <StillReading title={title} />;
  if (sources.data.length === 0 && leads.data.total === 0) {
    return (
      <Page title={title}>
        <NoLeads />
      </Page>
    );
  }
  const marketings = sources.data.filter((line) => line.is_marketings).length;
  return (
    <Page
      title={title}
      lead={
        sources.data.length > 0 &&
        (marketings === 0
          ? `Leads come from ${sources.data.length === 1 ? 'one source' : `${number(sources.data.length)} sources`}. Nobody has said yet which of them are marketing’s.`
          : `${number(marketings)} of ${number(sources.data.length)} sources are marketing’s.`)
      }
    >
      <MarketingSources lines={sources.data} />
      <SpellingsSection />
    </Page>
  );
}
