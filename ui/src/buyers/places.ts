/** What the addresses of this room say: which persona is shown, or whose insight was looked for. */
import type { BuyingCycleView, Persona } from '../api';

export interface BuyersPlace {
  persona?: string;
  insight?: string;
}

const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function asBuyersPlace({ persona, insight }: Record<string, unknown>): BuyersPlace {
  return { persona: textIn(persona), insight: textIn(insight) };
}

/** Returns the persona that is shown: the one that is named, or whose insight is, or else the first. */
export function shownPersona(
  { personas, insights }: Pick<BuyingCycleView, 'personas' | 'insights'>,
  place: BuyersPlace,
): Persona | undefined {
  const wanted = insights.find(({ id }) => id === place.insight)?.persona ?? place.persona;
  return personas.find(({ id }) => id === wanted) ?? personas[0];
}
