/** Takes a plan out as a document; the shell asks where to, and writes it. */
import type { PlanFormat } from '../../platform';
import { haveShell, tellExported } from '../../shared/shell';

/** The forms in which a plan goes out, wherever that is offered. */
export const planForms: readonly { value: PlanFormat; label: string; description: string }[] = [
  {
    value: 'pdf',
    label: 'PDF document',
    description: 'The whole plan to print or send, with its seal and signatures.',
  },
  { value: 'xlsx', label: 'Workbook (XLSX)', description: 'The goals by month, for a spreadsheet.' },
  { value: 'csv', label: 'Table (CSV)', description: 'The same table as plain text.' },
  { value: 'json', label: 'JSON', description: 'Everything, for programs.' },
];

/** Exports, and says so with the way to open it. */
export async function exportPlan(plan: string, version: number | null, format: PlanFormat): Promise<boolean> {
  const done = await haveShell('export_plan', { plan, version, format });
  if (!done) return false;
  tellExported(done);
  return true;
}
