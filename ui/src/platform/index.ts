/**
 * The one place that speaks to the shell. Everything else in the page asks here, so that the page can be read, tested
 * and shown without a window. Paths never come this way: the shell keeps them and hands out labels and tokens.
 */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';
import type { Error as WireError } from '../api/generated';
import type { Reply, ShellCommands, ShellEvents, ShellState } from '../api/generated/shell';
import { type Changed, noted, type Question } from './reads';

export type {
  DefinitionFormat,
  Exported,
  ExportedKit,
  MatrixFormat,
  OpenWorkspace,
  PlanFormat,
  RecentWorkspace,
  RoomItem,
  RoomMenu,
  ShellCommands,
  ShellEvents,
  ShellState,
  StagedFile,
  TableFormat,
  WrittenKit,
} from '../api/generated/shell';

export { forget, mayBeOld, noted } from './reads';

export type { WireError };

/** Asks the shell for something only a shell can do. */
export function shell<K extends keyof ShellCommands>(
  name: K,
  input: ShellCommands[K]['input'],
): Promise<ShellCommands[K]['output']> {
  return invoke<ShellCommands[K]['output']>(name, input as Record<string, unknown>);
}

/** Hands a command of the core's table to the shell. Types are put on in `ui/src/api`. */
export async function callCore(name: string, input: unknown): Promise<unknown> {
  return noted([name, input], await invoke<Reply>('call', { name, input }));
}

/** What `begin.js` asked before the page was loaded. */
export interface Begun {
  /** Whether something was committed since. */
  readonly isOld: boolean;
  /** The shell's state, and each question to the core with its answer. */
  readonly first: Promise<{
    state: ShellState;
    answers: readonly (readonly [question: Question, reply: Reply])[];
  }>;
  /** Called each time something was committed, with the tables that changed. */
  whenChanged?: (changed: Changed) => void;
}

declare global {
  interface Window {
    lockstepBegun: Begun;
  }
}

/** Returns what was asked before the page was loaded. */
export function begun(): Begun {
  return window.lockstepBegun;
}

/**
 * Hears, for as long as the page lives, that something was committed or another workspace is open: what is on screen may
 * be old.
 */
export function onChanged(tell: (changed: Changed) => void) {
  begun().whenChanged = tell;
}

/** Listens until the returned function is called. */
export function onShell<K extends keyof ShellEvents>(
  event: K,
  tell: (payload: ShellEvents[K]) => void,
): () => void {
  const listening = listen<ShellEvents[K]>(event, ({ payload }) => tell(payload));
  return () => {
    void listening.then((stop) => stop());
  };
}

/** Asks `mayClose` when the window is about to close, and lets it close when it says so. */
export function beforeClosing(mayClose: () => Promise<boolean>): () => void {
  const listening = getCurrentWindow().onCloseRequested(async (event) => {
    if (!(await mayClose())) event.preventDefault();
  });
  return () => {
    void listening.then((stop) => stop());
  };
}

/** Switches between the full screen and a window. */
export async function toggleFullScreen(): Promise<void> {
  const window = getCurrentWindow();
  await window.setFullscreen(!(await window.isFullscreen()));
}

/** Shows the whole page larger or smaller; 1 is the usual size. */
export function setZoom(factor: number): Promise<void> {
  return getCurrentWebview().setZoom(factor);
}

/** Returns whether the window fills the screen. */
export function isFullScreen(): Promise<boolean> {
  return getCurrentWindow().isFullscreen();
}

/** Fills the screen, or goes back to a window. */
export function setFullScreen(full: boolean): Promise<void> {
  return getCurrentWindow().setFullscreen(full);
}
