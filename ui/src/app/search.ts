/** Everything in the file that has a name, found by its words. */
import { useNavigate } from '@tanstack/react-router';
import { useAsk } from '../api';
import { rooms } from '../rooms';

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
  /** What only says so inside, behind all that is called so. */
  inside?: { label: string; hits: Hit[] }[];
  isLooking: boolean;
}

/** So many of each room are shown: whoever looks for more types more. */
const SHOWN = 8;

/** The rank of what says it only inside: the core's `SearchText::INSIDE`. */
const INSIDE = 4;

/** Returns what the core finds for a text of two letters or more. */
export function useFound(text: string): Found {
  const navigate = useNavigate();
  const wanted = text.length >= 2;
  const found = useAsk('search', { text }, { enabled: wanted, keep: true });
  if (!wanted || !found.data) return { groups: [], isLooking: wanted && !found.isError };
  const told = (isWanted: (rank: number) => boolean) =>
    rooms.flatMap(({ name: room, hits: ofRoom }) => {
      if (!ofRoom) return [];
      const { label, kind, open } = ofRoom;
      const hits = found.data
        .filter((hit) => hit.room === room && isWanted(hit.rank))
        .slice(0, SHOWN)
        .map((hit) => ({
          key: hit.id,
          name: hit.name,
          where: [hit.kind === kind ? '' : hit.kind, hit.place].filter(Boolean).join(', '),
          go: () => open(hit, navigate, text),
        }));
      return [{ label, hits }];
    });
  return {
    groups: told((rank) => rank < INSIDE),
    inside: told((rank) => rank >= INSIDE),
    isLooking: found.isPlaceholderData,
  };
}
