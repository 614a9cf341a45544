/** Who is at the keyboard, and who there is. */
import { type Person, useAsk } from '../../api';

const nobody: readonly Person[] = [];

export function useHere(): { here: Person | null; people: readonly Person[]; isKnown: boolean } {
  const { data } = useAsk('people', {});
  return {
    here: data?.people.find((person) => person.id === data.here) ?? null,
    people: data?.people ?? nobody,
    isKnown: data !== undefined,
  };
}
