/** What can be chosen in the filters: the names that leads have. */
import { useAsk } from '../../api';

export interface Choices {
  sources: string[];
  campaigns: string[];
  owners: string[];
  reasons: { value: string; label: string }[];
  imports: { value: string; label: string }[];
}

/** Returns the names; those without one are offered apart. */
const names = (counts: readonly { name: string | null }[] = []) =>
  counts.flatMap(({ name }) => (name === null ? [] : [name]));

export function useChoices(): Choices {
  const choices = useAsk('lead_choices', {}).data;
  return {
    sources: names(choices?.sources),
    campaigns: names(choices?.campaigns),
    owners: names(choices?.owners),
    reasons: (choices?.reasons ?? []).map(({ term, name }) => ({ value: term, label: name })),
    imports: (choices?.imports ?? []).map((one) => ({ value: one.id, label: one.file_name })),
  };
}

/** Returns what tells the name of an import's file. */
export function useFileOf(): (id: string) => string | undefined {
  const imports = useAsk('list_imports', {}).data;
  return (id) => imports?.find((one) => one.id === id)?.file_name;
}
