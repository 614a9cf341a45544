/** What stands in the plans and among the leads, found by its words. */
import { useNavigate } from '@tanstack/react-router';
import { useAsk } from '../api';
import { nameOf } from '../leads/words';

export interface Hit {
  key: string;
  name: string;
  where: string;
  go: () => void;
}

/** What was found, and whether more may be found yet. */
export interface Found {
  hits: Hit[];
  isLooking: boolean;
}

/** Returns what the core finds for a text of two letters or more. */
export function useFound(text: string): Found {
  const navigate = useNavigate();
  const wanted = text.length >= 2;
  const found = useAsk('search', { text }, { enabled: wanted, keep: true });
  if (!wanted || !found.data) return { hits: [], isLooking: wanted && !found.isError };
  const hits = found.data.map((hit) => ({
    key: hit.line,
    name: hit.name,
    where: `${hit.kind}, plan ${hit.year}`,
    go: () =>
      void navigate({
        to: '/plan/$year',
        params: { year: String(hit.year) },
        hash: hit.section.replaceAll('_', '-'),
      }),
  }));
  return { hits, isLooking: found.isPlaceholderData };
}

/** Returns the first leads with a text of two letters or more in name, company or e-mail. */
export function useFoundLeads(text: string): Found {
  const navigate = useNavigate();
  const wanted = text.length >= 2;
  const found = useAsk('list_leads', { text, limit: 5 }, { enabled: wanted, keep: true });
  if (!wanted || !found.data) return { hits: [], isLooking: wanted && !found.isError };
  const hits = found.data.leads.map((lead) => ({
    key: lead.id,
    name: nameOf(lead),
    where: [lead.company, lead.source].filter((part) => part && part !== nameOf(lead)).join(', '),
    go: () => void navigate({ to: '/leads/ledger', search: { text, lead: lead.id } }),
  }));
  return { hits, isLooking: found.isPlaceholderData };
}
