/** What stands in the plans, found by its words. */
import { useNavigate } from '@tanstack/react-router';
import { useAsk } from '../api';

export interface Hit {
  key: string;
  name: string;
  where: string;
  go: () => void;
}

/** Returns what the core finds for a text of two letters or more. */
export function useFound(text: string): Hit[] {
  const navigate = useNavigate();
  const wanted = text.length >= 2;
  const found = useAsk('search', { text }, { enabled: wanted, keep: true });
  if (!wanted || !found.data) return [];
  return found.data.map((hit) => ({
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
}
