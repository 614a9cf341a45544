/**
 * The one place that speaks to the shell. Everything else in the page asks here, so that the page can be read, tested
 * and shown without a window. Paths never come this way: the shell keeps them and hands out labels and tokens.
 */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';
import type { ImportDraft, ImportReport, LeadFunnel, MappingEdit, RecordKind } from '../api/generated';
import { type Changed, noted, type Question, type Reply } from './reads';

export { forget, mayBeOld, noted } from './reads';

/** A refusal or a failure, as the core and the shell word it. */
export interface WireError {
  code: 'invalid' | 'not_found' | 'refused' | 'conflict' | 'file' | 'damaged' | 'internal';
  message: string;
  hint: string | null;
  field: string | null;
}

/** The workspace that is open, as the shell sees it. */
export interface OpenWorkspace {
  path_label: string;
  file_name: string;
  /** Why it can only be read, or null when it can be written. */
  read_only: string | null;
  /** What is worth a word about the place it lies in (a folder that syncs), or null. */
  note: string | null;
  /** Whether it is the sample. */
  is_sample: boolean;
}

/** A workspace that was open before. */
export interface RecentWorkspace {
  token: string;
  label: string;
  folder: string;
  missing: boolean;
}

export interface ShellState {
  workspace: OpenWorkspace | null;
  recent: RecentWorkspace[];
  /** The language of dates and numbers, resolved and checked in Rust. */
  locale: string;
  version: string;
  /** Whether a test drives the window. */
  automation: boolean;
  /** Why the workspace that was to be opened at the start was not; told once. */
  open_failed: WireError | null;
  /** The exported files that wait to be taken in. */
  data_waiting: string[];
  /** Whether some of them came by themselves and are to be shown; told once, when a workspace is open. */
  data_arrived: boolean;
}

/** An exported file that waits to be taken in. */
export interface DataFile {
  token: string;
  label: string;
  /** What is being done with it. */
  doing: 'looking' | 'counting' | 'taking_in' | null;
  /** What was seen in it, and how it would be taken in. */
  draft: ImportDraft | null;
  /** Which sheets of its workbook were left out, and why. */
  left_out: string[];
  /** What would become of it, once it was counted. */
  preview: ImportReport | null;
  /** What became of it, once it is in. */
  report: ImportReport | null;
  /** What went wrong with it last. */
  trouble: WireError | null;
}

/** The forms in which a plan goes out. */
export type PlanFormat = 'pdf' | 'xlsx' | 'csv' | 'json';

/** The forms in which a definition goes out. */
export type DefinitionFormat = 'pdf' | 'json';

/** The forms in which a table goes out. */
export type TableFormat = 'xlsx' | 'csv';

/** A document that was written, and the token by which it can be opened. */
export interface Exported {
  label: string;
  token: string;
  /** What has to be known of it: which characters could not be printed. */
  note: string | null;
}

/** What only a shell can do: its commands, each with what it takes and what it gives. */
export interface ShellCommands {
  shell_state: { input: Record<string, never>; output: ShellState };
  /** Opens the save dialog and founds a workspace there; null when the dialog was cancelled. */
  new_workspace: { input: { founding: unknown }; output: unknown };
  open_dialog: { input: Record<string, never>; output: unknown };
  open_recent: { input: { token: string }; output: unknown };
  open_sample: { input: Record<string, never>; output: unknown };
  close_workspace: { input: Record<string, never>; output: unknown };
  save_copy: { input: Record<string, never>; output: { label: string } | null };
  export_plan: {
    input: { plan: string; version: number | null; format: string };
    output: Exported | null;
  };
  export_definition: { input: { version: number | null; format: DefinitionFormat }; output: Exported | null };
  export_funnel: { input: { funnel: LeadFunnel; format: TableFormat }; output: Exported | null };
  open_exported: { input: { token: string }; output: unknown };
  restore_backup: { input: { name: string }; output: unknown };
  /** Opens the file dialog and lays what is chosen beside the files that wait; null when it was cancelled. */
  choose_data_files: { input: Record<string, never>; output: unknown };
  data_files: { input: Record<string, never>; output: DataFile[] };
  /** Reads another sheet of a workbook, or takes the names of the columns from another row. */
  read_data_otherwise: {
    input: { token: string; sheet: string | null; headerRow: number | null };
    output: unknown;
  };
  /** Says what a file holds; `afresh` forgets how earlier files of its shape were read. */
  say_kind: { input: { token: string; kind: RecordKind | null; afresh: boolean }; output: unknown };
  edit_mapping: { input: { token: string; word: MappingEdit }; output: unknown };
  preview_data: { input: { token: string }; output: unknown };
  take_in_data: { input: { tokens: string[] }; output: unknown };
  stop_data: { input: Record<string, never>; output: unknown };
  put_away_data: { input: { token: string }; output: unknown };
  save_rejected: { input: { token: string }; output: { label: string } | null };
}

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

/** What the shell tells on its own account. */
interface ShellEvents {
  /** A menu item was chosen; carries the command's id. */
  menu: string;
  /** A file that was to be opened could not be. */
  'open-failed': WireError;
  /** Something the shell does unasked for the workspace failed: a backup, for instance. */
  trouble: WireError;
  /** Something is different with the files that wait to be taken in. */
  data: unknown;
  /** How far the reading of such a file is, in bytes. */
  'data-progress': { token: string; read: number; of: number };
  /** Files are dragged over the window, or no longer. */
  'dragged-over': boolean;
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
