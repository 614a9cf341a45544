/** The ledger's lines, fetched a page at a time as they come into sight. */
import { useQueries } from '@tanstack/react-query';
import { type CallError, call, type LeadLine, type LeadPage, useAsk } from '../../api';
import type { LedgerPlace } from '../places';
import { questionOf } from './questions';

/** How many leads are asked for at once. */
export const pageSize = 200;

/** Returns on which pages the lines from `first` to `last` stand. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.max(0, Math.floor(first / pageSize));
  const to = Math.max(from, Math.floor(last / pageSize));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Returns how many leads there are; undefined while nobody knows. */
export function useLeadCount(place: LedgerPlace) {
  return useAsk('list_leads', { ...questionOf(place), offset: 0, limit: pageSize }, { keep: true });
}

/** Returns what stands in a line; undefined while it is fetched. */
export function useLeadLines(
  place: LedgerPlace,
  pages: readonly number[],
): (line: number) => LeadLine | undefined {
  const question = questionOf(place);
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = { ...question, offset: page * pageSize, limit: pageSize };
      return {
        queryKey: ['list_leads', input],
        queryFn: (): Promise<LeadPage> => call('list_leads', input),
      };
    }),
  }) as readonly { data?: LeadPage; error: CallError | null }[];
  return (line) => {
    const at = pages.indexOf(Math.floor(line / pageSize));
    return answers[at]?.data?.leads[line % pageSize];
  };
}
