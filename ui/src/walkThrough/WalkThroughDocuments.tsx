/** Takes a walk-through along as its record. */
import { ExportMenu } from '../shared';
import { haveShell, tellExported } from '../shared/shell';

const forms = [{ value: 'pdf', label: 'PDF document' }] as const;

export function WalkThroughDocuments({ walk }: { walk: string }) {
  const save = async () => {
    const exported = await haveShell('export_walk_through', { walk });
    if (exported) tellExported(exported);
  };
  return <ExportMenu what="the walk-through" forms={forms} save={save} />;
}
