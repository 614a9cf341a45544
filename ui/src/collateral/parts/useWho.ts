/** Whose word something is: a person of this workspace, or the name on a return slip. */
import { useAsk } from '../../api';

/** Returns how to name somebody; undefined where nobody had said who they were. */
export function useWho(): (person: string | null, saidBy?: string) => string | undefined {
  const people = useAsk('people', {}).data?.people;
  return (person, saidBy) => saidBy || people?.find(({ id }) => id === person)?.name;
}
