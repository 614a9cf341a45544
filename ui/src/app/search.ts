/** Everything in the file that has a name, found by its words. */
import { useNavigate } from '@tanstack/react-router';
import { asCallError, call, type SearchHit, tellError, useAsk } from '../api';
import { asLedgerPlace, type LedgerPlace } from '../leads/places';

/** Something that was found, and the way there. */
export interface Hit {
  key: string;
  name: string;
  where: string;
  go: () => void;
}

/** What was found, room by room, and whether more may be found yet. */
export interface Found {
  groups: { label: string; hits: Hit[] }[];
  isLooking: boolean;
}

/** So many of each room are shown: whoever looks for more types more. */
const SHOWN = 8;

/** What was found of a room stands under this. */
const LABELS: Record<string, string> = {
  plan: 'In the plans',
  definition: 'In the definition of a qualified lead',
  leads: 'Among the leads',
  workspace: 'People',
};

/** Returns what the core finds for a text of two letters or more. */
export function useFound(text: string): Found {
  const open = useOpenHit();
  const wanted = text.length >= 2;
  const found = useAsk('search', { text }, { enabled: wanted, keep: true });
  if (!wanted || !found.data) return { groups: [], isLooking: wanted && !found.isError };
  const groups = Object.entries(LABELS).map(([room, label]) => ({
    label,
    hits: found.data
      .filter((hit) => hit.room === room)
      .slice(0, SHOWN)
      .map((hit) => ({
        key: hit.id,
        name: hit.name,
        where: [hit.kind === 'Lead' || hit.kind === 'Person' ? '' : hit.kind, hit.place]
          .filter(Boolean)
          .join(', '),
        go: () => open(hit, text),
      })),
  }));
  return { groups, isLooking: found.isPlaceholderData };
}

/** Returns what opens the place of a hit. */
function useOpenHit() {
  const navigate = useNavigate();
  return (hit: SearchHit, text: string) => {
    const hash = hit.section.replaceAll('_', '-');
    switch (hit.room) {
      case 'plan':
        return void navigate({ to: '/plan/$year', params: { year: String(hit.year) }, hash });
      case 'definition':
        return void navigate({ to: '/definition', hash });
      case 'leads':
        if (hit.section === 'views')
          return void openView(hit.id, (search) => void navigate({ to: '/leads/ledger', search }));
        return void navigate({ to: '/leads/ledger', search: { text, lead: hit.id } });
      default:
        return void navigate({ to: '/people' });
    }
  };
}

/** Opens the ledger as somebody saved it. */
async function openView(id: string, go: (place: LedgerPlace) => void) {
  try {
    const view = (await call('list_lead_views', {})).find((known) => known.id === id);
    if (view) go(asLedgerPlace(view.leads));
  } catch (error) {
    tellError(asCallError(error));
  }
}
