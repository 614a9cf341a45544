/** Who shares an insight: each persona once, with the phases in which it stands. */
import type { SharedInsight } from '../../api';

export interface Sharing {
  persona: string;
  name: string;
  /** The phases, one after the other. */
  phases: string;
  /** Where it stands first. */
  insight: string;
}

export function sharing({ places }: Pick<SharedInsight, 'places'>): Sharing[] {
  const personas = [...new Set(places.map(({ persona }) => persona))];
  return personas.flatMap((persona) => {
    const own = places.filter((place) => place.persona === persona);
    const [first] = own;
    if (!first) return [];
    const phases = [...new Set(own.map(({ phase_name }) => phase_name || 'a phase without a name'))];
    return [
      {
        persona,
        name: first.persona_name || 'No name yet',
        phases: phases.join(', '),
        insight: first.insight,
      },
    ];
  });
}
