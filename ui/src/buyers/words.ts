/** How the choices of the buyers are worded, in one place. */
import type { Evidence, InsightKind } from '../api';
import type { Option } from '../shared';
import { keysOf } from '../shared';

interface KindWords {
  /** One of them. */
  name: string;
  /** The head of its column. */
  heading: string;
  /** The question it answers. */
  asks: string;
  /** What adding one is called. */
  adding: string;
}

/** The four kinds, in the order of their columns. */
export const kinds: Record<InsightKind, KindWords> = {
  need: {
    name: 'Information need',
    heading: 'Information needs',
    asks: 'What do they need to know?',
    adding: 'Add a need',
  },
  touchpoint: {
    name: 'Touchpoint',
    heading: 'Touchpoints',
    asks: 'Where do they meet us?',
    adding: 'Add a touchpoint',
  },
  trigger: {
    name: 'Trigger',
    heading: 'Triggers',
    asks: 'What moves them on?',
    adding: 'Add a trigger',
  },
  stopper: {
    name: 'Stopper',
    heading: 'Stoppers',
    asks: 'What holds them back?',
    adding: 'Add a stopper',
  },
};

export const evidenceNames: Record<Evidence, string> = {
  interview: 'Interview',
  call: 'Call',
  survey: 'Survey',
  deal: 'Deal',
};

export const evidenceOptions: Option<Evidence>[] = keysOf(evidenceNames).map((value) => ({
  value,
  label: evidenceNames[value],
}));

/** Returns a number of insights in words. */
export function insightsInWords(count: number, number: (count: number) => string): string {
  if (count === 0) return 'no insights yet';
  return count === 1 ? '1 insight' : `${number(count)} insights`;
}
