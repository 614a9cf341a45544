/** Takes the definition along as a document; the shell asks where to, and writes it. */

import type { DefinitionFormat } from '../../platform';
import { haveShell, tellExported } from '../../shared/shell';

/** The forms in which a definition goes out. */
export const definitionForms: readonly { value: DefinitionFormat; label: string; description: string }[] = [
  { value: 'pdf', label: 'Page for the wall (PDF)', description: 'One page, with its seal and signatures.' },
  { value: 'json', label: 'JSON', description: 'Everything, for programs.' },
];

/** Exports a version (the draft with null), and says so with the way to open it. */
export async function exportDefinition(version: number | null, format: DefinitionFormat): Promise<void> {
  const done = await haveShell('export_definition', { version, format });
  if (done) tellExported(done);
}
