/** The menu that takes a version of the definition along. */
import { ExportMenu, versionInWords } from '../../shared';
import { definitionForms, exportDefinition } from './exportDefinition';

export function DefinitionExport({ version }: { version: number | null }) {
  return (
    <ExportMenu
      what={versionInWords(version)}
      forms={definitionForms}
      save={(form) => exportDefinition(version, form)}
    />
  );
}
