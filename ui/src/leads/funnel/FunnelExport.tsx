/** Takes the funnel along as a table, as it is counted on the page: all its rows, all its numbers. */

import type { TableFormat } from '../../platform';
import { ExportMenu } from '../../shared';
import { haveShell, tellExported } from '../../shared/shell';
import { wayName } from '../parts/CountedBy';
import type { FunnelPlace } from '../places';

const forms: readonly { value: TableFormat; label: string }[] = [
  { value: 'xlsx', label: 'Workbook (XLSX)' },
  { value: 'csv', label: 'Table (CSV)' },
];

export function FunnelExport({ by, period }: { by: string; period: Pick<FunnelPlace, 'from' | 'to'> }) {
  const save = async (format: TableFormat) => {
    const funnel = { by, from: period.from, to: period.to };
    const done = await haveShell('export_funnel', { funnel, format });
    if (done) tellExported(done);
  };
  return <ExportMenu what={`the funnel by ${wayName(by)}`} forms={forms} save={save} />;
}
