/** The pieces that are chosen: they stay so while the list shows others, and for as long as they exist. */
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { type CallError, call, type PieceLine } from '../../api';
import { type Choosing, nothingChosen, toggled, without, withRange } from './choosing';

export interface Chosen {
  ids: readonly string[];
  /** As they stand now; what the list does not show comes a moment later. */
  lines: readonly PieceLine[];
  choose: (id: string, isRange: boolean) => void;
  clear: () => void;
}

export function useChosen(listed: readonly PieceLine[]): Chosen {
  const [choosing, setChoosing] = useState<Choosing>(nothingChosen);
  const known = new Map(listed.map((line) => [line.piece.id, line]));
  const elsewhere = choosing.ids.filter((id) => !known.has(id));
  const asked = useQueries({
    queries: elsewhere.map((id) => ({
      queryKey: ['open_piece', { id }],
      queryFn: (): Promise<PieceLine> => call('open_piece', { id }),
    })),
  }) as readonly { data?: PieceLine; error: CallError | null }[];
  const gone = elsewhere.filter((_, place) => asked[place]?.error?.code === 'not_found');
  if (gone.length > 0) setChoosing(without(choosing, gone));
  const order = listed.map(({ piece }) => piece.id);
  return {
    ids: choosing.ids,
    lines: choosing.ids.flatMap((id) => known.get(id) ?? asked[elsewhere.indexOf(id)]?.data ?? []),
    choose: (id, isRange) =>
      setChoosing((before) => (isRange ? withRange(before, id, order) : toggled(before, id))),
    clear: () => setChoosing(nothingChosen),
  };
}
