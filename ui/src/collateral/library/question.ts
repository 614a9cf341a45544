/** What the library is asked for, and what its title says of the answer. */
import type { Input, Output } from '../../api';
import type { LibraryPlace, Shelf } from '../places';

export type PieceList = Output<'list_pieces'>;

export function questionOf({ text, shelf, kind, persona, phase }: LibraryPlace): Input<'list_pieces'> {
  const states = {
    in_use: undefined,
    draft: ['draft'],
    in_review: ['in_review'],
    stale: ['approved'],
    retired: ['retired'],
    all: [],
  } as const;
  const wanted = states[shelf ?? 'in_use'];
  return {
    ...(text ? { text } : {}),
    filter: {
      ...(wanted ? { states: [...wanted] } : {}),
      ...(shelf === 'stale' ? { stale: true } : {}),
      ...(kind ? { kinds: [kind] } : {}),
      ...(persona ? { persona } : {}),
      ...(phase ? { phase } : {}),
    },
  };
}

/** How many pieces there are where one looks; what is said of the library holds only while nothing narrows it. */
export function titleOf(
  { shelf = 'in_use', text, kind, persona, phase }: LibraryPlace,
  list: PieceList,
): string {
  const { counts, total } = list;
  const many = (what: string) => `${total} ${total === 1 ? 'piece' : 'pieces'} ${what}`;
  const isNarrowed = Boolean(text || kind || persona || phase);
  if (shelf === 'in_use' && counts.in_use === 0 && !isNarrowed) return 'No piece is approved and current yet';
  const words: Record<Shelf, string> = {
    in_use: 'approved and current',
    draft: 'in draft',
    in_review: 'in review',
    stale: 'approved, review date passed',
    retired: 'retired',
    all: isNarrowed ? 'found' : 'in all',
  };
  return many(words[shelf]);
}
