/** What can be chosen in the filters: the names that leads have. */
import { useAsk } from '../../api';

export interface Choices {
  sources: string[];
  owners: string[];
  imports: { value: string; label: string }[];
}

export function useChoices(): Choices {
  const bySource = useAsk('lead_funnel', { by: 'source' });
  const byOwner = useAsk('lead_funnel', { by: 'owner' });
  const imports = useAsk('list_imports', {});
  const names = (rows: readonly { name: string | null; leads: number }[] | undefined) =>
    (rows ?? []).flatMap((row) => (row.name !== null && row.leads > 0 ? [row.name] : []));
  return {
    sources: names(bySource.data?.rows),
    owners: names(byOwner.data?.rows),
    imports: (imports.data ?? [])
      .filter((one) => one.kind === 'leads' && one.taken_back_at === null)
      .map((one) => ({ value: one.id, label: one.file_name })),
  };
}
