/** The deals that are offered while one types, each under a name of its own. */
import type { DealChoice } from '../../../api';

export interface OfferedDeal {
  name: string;
  choice: DealChoice;
}

/** Returns deals under names that differ: a second one of the same name is numbered. */
export function offeredDeals(choices: readonly DealChoice[]): OfferedDeal[] {
  const taken = new Set<string>();
  return choices.map((choice) => {
    let name = choice.name;
    for (let number = 2; taken.has(name); number += 1) name = `${choice.name} (${number})`;
    taken.add(name);
    return { name, choice };
  });
}
