/** Who is at the keyboard. */
import { type Person, useAsk } from '../../api';

export function useHere(): { here: Person | null; isKnown: boolean } {
  const { data } = useAsk('people', {});
  return {
    here: data?.people.find((person) => person.id === data.here) ?? null,
    isKnown: data !== undefined,
  };
}
