/** What the shell says of itself: the workspace that is open, those that were, the language of the machine. */
import { useQuery } from '@tanstack/react-query';
import {
  asCallError,
  type CallError,
  mayLeave,
  saveAllFields,
  saveFieldsOrRefuse,
  tell,
  tellError,
} from '../api';
import { type Exported, type ShellCommands, type ShellState, shell } from '../platform';

export function useShellState() {
  return useQuery<ShellState, CallError>({
    queryKey: ['shell_state'],
    queryFn: () => askShell('shell_state', {}),
  });
}

/** Asks the shell; what it refuses is thrown in the core's words. */
export async function askShell<K extends keyof ShellCommands>(
  name: K,
  input: ShellCommands[K]['input'],
): Promise<ShellCommands[K]['output']> {
  try {
    return await shell(name, input);
  } catch (thrown) {
    throw asCallError(thrown);
  }
}

/** What takes the workspace on screen away. */
const leaves: ReadonlySet<keyof ShellCommands> = new Set([
  'new_workspace',
  'open_dialog',
  'open_recent',
  'open_sample',
  'close_workspace',
  'restore_backup',
]);

/** What would go out with less in it than the screen shows, while a field is not saved. */
const speaksForAll: ReadonlySet<keyof ShellCommands> = new Set([
  'export_plan',
  'export_definition',
  'save_copy',
]);

/** Has the shell do something, with everything typed saved before. Tells what went wrong; undefined then. */
export async function haveShell<K extends keyof ShellCommands>(
  name: K,
  input: ShellCommands[K]['input'],
): Promise<ShellCommands[K]['output'] | undefined> {
  try {
    if (leaves.has(name)) {
      if (!(await mayLeave())) return undefined;
    } else if (speaksForAll.has(name)) await saveFieldsOrRefuse();
    else await saveAllFields();
    return await askShell(name, input);
  } catch (thrown) {
    tellError(thrown);
    return undefined;
  }
}

/** Saves a copy of the whole workspace where somebody chooses. */
export async function saveCopy() {
  const saved = await haveShell('save_copy', {});
  if (saved) tell(`Saved a copy: ${saved.label}`);
}

/** Says that a document was written, with the way to open it. */
export function tellExported({ label, token, note }: Exported) {
  tell(`Exported: ${label}`, note ?? '', {
    name: 'Open',
    run: () => void haveShell('open_exported', { token }),
  });
}
