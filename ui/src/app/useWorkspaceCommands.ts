/** The commands of an open workspace: where to go, back and forth, copies. A screen adds its own to these. */
import { useNavigate } from '@tanstack/react-router';
import { rooms } from '../rooms';
import { type UiCommand, useUiCommands } from '../shared/commands/commands';
import type { Ways } from '../shared/room';
import { haveShell, saveCopy } from '../shared/shell';
import type { useUndo } from './undo';

interface WorkspaceParts {
  /** Opens the dialog of a room that has this name. */
  show: (dialog: string) => void;
  undo: ReturnType<typeof useUndo>;
  showHistory: () => void;
  openPalette: () => void;
}

/** Returns the commands of all rooms. */
function useRoomCommands(ways: Ways): UiCommand[] {
  const commands: UiCommand[] = [];
  // biome-ignore lint/correctness/useHookAtTopLevel: the rooms stay the same for as long as the page lives
  for (const { useCommands } of rooms) if (useCommands) commands.push(...useCommands(ways));
  return commands;
}

const isOfWorkspace = ({ group }: UiCommand) => group === 'Workspace';

export function useWorkspaceCommands({ undo, showHistory, show, openPalette }: WorkspaceParts) {
  const navigate = useNavigate();
  const ofRooms = useRoomCommands({ navigate, show });
  useUiCommands([
    {
      id: 'go-home',
      name: 'Where we stand',
      group: 'Go to',
      words: 'home',
      run: () => void navigate({ to: '/' }),
    },
    ...ofRooms.filter((command) => !isOfWorkspace(command)),
    {
      id: 'save-copy',
      name: 'Save a copy…',
      group: 'Workspace',
      words: 'duplicate',
      run: () => void saveCopy(),
    },
    // What goes out of the workspace stands beside the copy of all of it.
    ...ofRooms.filter(isOfWorkspace),
    {
      id: 'close-workspace',
      name: 'Close the workspace',
      group: 'Workspace',
      run: () => void haveShell('close_workspace', {}),
    },
    {
      id: 'undo',
      name: undo.canUndo ? `Undo “${undo.canUndo}”` : 'Undo',
      group: 'Edit',
      keys: ['mod+Z'],
      run: undo.undoAny,
    },
    {
      id: 'redo',
      name: undo.canRedo ? `Redo “${undo.canRedo}”` : 'Redo',
      group: 'Edit',
      keys: ['mod+shift+Z', 'mod+Y'],
      run: undo.redoAny,
    },
    { id: 'history', name: 'History', group: 'View', words: 'journal changes who', run: showHistory },
    { id: 'palette', name: 'Search or do', group: 'Help', keys: ['mod+K', 'mod+F'], run: openPalette },
  ]);
}
