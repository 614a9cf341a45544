/** What the personas, phases and needs are called that something names. */
import { useAsk } from '../../api';

/** Returns how to say for whom something is: "CFO, Comparing"; null where it names nobody who is still there. */
export function useForWhom(): (whom: { persona: string | null; phase: string | null }) => string | null {
  const cycle = useAsk('open_buying_cycle', {}).data;
  const named = (all: readonly { id: string; name: string }[] | undefined, id: string | null) =>
    all?.find((one) => one.id === id)?.name;
  return ({ persona, phase }) =>
    [named(cycle?.personas, persona), named(cycle?.phases, phase)].filter(Boolean).join(', ') || null;
}

/** Returns how to find the words of a need. */
export function useNeed(): (need: string | null | undefined) => string | undefined {
  const cycle = useAsk('open_buying_cycle', {}).data;
  return (need) => cycle?.insights.find(({ id }) => id === need)?.text;
}
