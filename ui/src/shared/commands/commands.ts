/**
 * The commands of the window: one list that feeds the menu, the palette and the list of shortcuts, so that a command
 * has one name and one way to be done. A screen adds its own while it is on screen (`useUiCommands`).
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { RoomMenu } from '../../platform';

export interface UiCommand {
  /** The name the menu uses, too: "save-copy". */
  id: string;
  /** What it is called, everywhere. */
  name: string;
  /** Under which heading it stands: one of the frame's (“Go to”, “Workspace”, “Edit”, “View”, “Help”) or a room's own. */
  group: string;
  /** "mod+shift+Z"; `mod` is Ctrl, and Command on a Mac. */
  keys?: readonly string[];
  /** The window's menu in which it stands; the frame's own stand there anyway. */
  menu?: RoomMenu;
  /** A line of explanation in the palette. */
  description?: string;
  /** Further words by which it is found. */
  words?: string;
  run: () => void;
}

let sources: readonly { list: () => readonly UiCommand[] }[] = [];
let version = 0;
const listeners = new Set<() => void>();

function changed() {
  version += 1;
  for (const tell of listeners) tell();
}

/** Returns all commands there are just now; of two with one id the later source wins. */
export function allCommands(): UiCommand[] {
  const byId = new Map<string, UiCommand>();
  for (const source of sources) for (const command of source.list()) byId.set(command.id, command);
  return [...byId.values()];
}

/** Adds commands while a component is on screen. */
export function useUiCommands(commands: readonly UiCommand[]) {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const source = { list: () => latest.current };
    sources = [...sources, source];
    changed();
    return () => {
      sources = sources.filter((other) => other !== source);
      changed();
    };
  }, []);
}

/** Returns all commands, anew whenever a screen adds or takes away some. */
export function useAllCommands(): UiCommand[] {
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => version,
  );
  return allCommands();
}

/** Runs the command with this id. False when there is none just now. */
export function runCommand(id: string): boolean {
  const command = allCommands().find((known) => known.id === id);
  command?.run();
  return command !== undefined;
}
