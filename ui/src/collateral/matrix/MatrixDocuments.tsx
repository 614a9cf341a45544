/** Takes the matrix along as a document. */
import type { MatrixFormat } from '../../platform';
import { ExportMenu } from '../../shared';
import { haveShell, tellExported } from '../../shared/shell';

const forms: readonly { value: MatrixFormat; label: string }[] = [
  { value: 'pdf', label: 'PDF document' },
  { value: 'xlsx', label: 'Workbook (XLSX)' },
];

export function MatrixDocuments() {
  const save = async (format: MatrixFormat) => {
    const exported = await haveShell('export_matrix', { format });
    if (exported) tellExported(exported);
  };
  return <ExportMenu what="the content matrix" forms={forms} save={save} />;
}
