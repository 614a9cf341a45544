/** An import that is done makes room for the next one. */
import { haveShell } from '../../shared/shell';

/** Puts the files away once all of them are in; those that still wait stay. */
export async function removeImported(): Promise<void> {
  const files = (await haveShell('staged_files', {})) ?? [];
  if (files.some((file) => file.report === null)) return;
  for (const { token } of files) await haveShell('remove_staged_file', { token });
}
