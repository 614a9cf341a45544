// Written by `make bindings` from the shell’s list of commands. Do not edit.

import type { AddedFile, CollateralRequestId, Error, Founding, ImportDraft, ImportReport, LeadFunnel, MappingEdit, PieceId, PlanId, RecordKind, ReviewId, SlipFile, WalkThroughId } from "./commands";

/**
 * What became of files that were to be added.
 */
export type AddedFiles = { 
/**
 * File by file, in the order in which they were chosen.
 */
files: Array<AddedFile>, 
/**
 * Whether somebody stopped it: then nothing was added.
 */
stopped: boolean, };

/**
 * How far the adding of files to the library is.
 */
export type AddingProgress = { 
/**
 * How many files are read.
 */
done: number, 
/**
 * Of how many.
 */
of: number, 
/**
 * The one that is read just now.
 */
file_name: string, };

/**
 * In which form a definition goes out.
 */
export type DefinitionFormat = "pdf" | "json";

/**
 * What is being done with a file.
 */
export type Doing = "surveying" | "previewing" | "importing";

/**
 * A document that was written, and the token by which the page can have it opened.
 */
export type Exported = { label: string, token: string, 
/**
 * What whoever exported it has to know: which characters could not be printed.
 */
note: string | null, };

/**
 * A field kit that was written, and the token by which the page can have it opened.
 */
export type ExportedKit = { label: string, token: string, kit: WrittenKit, };

/**
 * How far the reading of a staged file is.
 */
export type ImportProgress = { 
/**
 * Names the file.
 */
token: string, 
/**
 * How many bytes are read.
 */
read: number, 
/**
 * Of how many.
 */
of: number, };

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * In which form the content matrix goes out.
 */
export type MatrixFormat = "pdf" | "xlsx";

/**
 * The workspace that lies open.
 */
export type OpenWorkspace = { path_label: string, file_name: string, read_only: string | null, 
/**
 * What is worth a word about the place: that its folder syncs with other computers.
 */
note: string | null, is_sample: boolean, };

/**
 * In which form a plan goes out.
 */
export type PlanFormat = "pdf" | "xlsx" | "csv" | "json";

/**
 * A workspace that was open before.
 */
export type RecentWorkspace = { token: string, label: string, folder: string, missing: boolean, };

/**
 * What a command answers whoever shows it.
 */
export type Reply = { 
/**
 * The answer, as JSON.
 */
answer: unknown, 
/**
 * The tables on which the answer to a question rests: it holds until one of them changes. Nothing where it rests on more
 * than tables, and for what was done.
 */
reads: Array<string> | null, };

/**
 * In which form a review goes out.
 */
export type ReviewFormat = "worksheet_pdf" | "worksheet_xlsx" | "minutes_pdf" | "minutes_markdown" | "slides_pptx" | "actions_csv";

/**
 * A menu item of a room: the page knows which rooms there are.
 */
export type RoomItem = { id: string, text: string, menu: RoomMenu, };

/**
 * In which menu an item of a room stands.
 */
export type RoomMenu = "file" | "view";

/**
 * What the page has to know of the shell.
 */
export type ShellState = { workspace: OpenWorkspace | null, recent: Array<RecentWorkspace>, locale: string, version: string, automation: boolean, 
/**
 * Why the workspace that was to be opened at the start was not; told once.
 */
open_failed: Error | null, 
/**
 * The exported files that wait to be taken in.
 */
staged_files: Array<string>, 
/**
 * Whether some of them came by themselves, so that they are to be shown; told once, when a workspace is open.
 */
files_arrived: boolean, };

/**
 * A file that waits, as the page sees it.
 */
export type StagedFile = { token: string, label: string, doing: Doing | null, draft: ImportDraft | null, left_out: Array<string>, preview: ImportReport | null, report: ImportReport | null, trouble: Error | null, };

/**
 * In which form a funnel goes out.
 */
export type TableFormat = "xlsx" | "csv";

/**
 * A file that was written where the person said.
 */
export type Written = { label: string, };

/**
 * What became of a field kit.
 */
export type WrittenKit = { 
/**
 * How many pieces it has.
 */
pieces: number, 
/**
 * How many files were written.
 */
written: number, 
/**
 * How many were there already as they are.
 */
unchanged: number, 
/**
 * How many were removed because their pieces are gone.
 */
removed: number, };

/** What only the shell can do: each command with what it takes and what it gives. */
export type ShellCommands = {
  call: { input: { name: string, input: JsonValue | null }; output: Reply };
  shell_state: { input: Record<string, never>; output: ShellState };
  new_workspace: { input: { founding: Founding }; output: null };
  open_dialog: { input: Record<string, never>; output: null };
  open_recent: { input: { token: string }; output: null };
  open_sample: { input: Record<string, never>; output: null };
  close_workspace: { input: Record<string, never>; output: null };
  save_copy: { input: Record<string, never>; output: Written | null };
  restore_backup: { input: { name: string }; output: null };
  export_plan: { input: { plan: PlanId, version: number | null, format: PlanFormat }; output: Exported | null };
  export_definition: { input: { version: number | null, format: DefinitionFormat }; output: Exported | null };
  export_funnel: { input: { funnel: LeadFunnel, format: TableFormat }; output: Exported | null };
  export_matrix: { input: { format: MatrixFormat }; output: Exported | null };
  export_field_kit: { input: Record<string, never>; output: ExportedKit | null };
  export_walk_through: { input: { walk: WalkThroughId }; output: Exported | null };
  export_review: { input: { review: ReviewId, format: ReviewFormat }; output: Exported | null };
  export_review_dates: { input: Record<string, never>; output: Exported | null };
  export_report: { input: Record<string, never>; output: Exported | null };
  export_send_pack: { input: { pieces: Array<PieceId>, message: string, notApproved: boolean }; output: Exported | null };
  open_exported: { input: { token: string }; output: null };
  set_room_menu: { input: { items: Array<RoomItem> }; output: null };
  choose_files_to_import: { input: Record<string, never>; output: null };
  staged_files: { input: Record<string, never>; output: Array<StagedFile> };
  reread_staged_file: { input: { token: string, sheet: string | null, headerRow: number | null }; output: null };
  set_record_kind: { input: { token: string, kind: RecordKind | null, afresh: boolean }; output: null };
  edit_mapping: { input: { token: string, edit: MappingEdit }; output: null };
  preview_import: { input: { token: string }; output: null };
  import_staged_files: { input: { tokens: Array<string> }; output: null };
  stop_import: { input: Record<string, never>; output: null };
  remove_staged_file: { input: { token: string }; output: null };
  save_rejected_rows: { input: { token: string }; output: Written | null };
  choose_files_to_add: { input: Record<string, never>; output: AddedFiles | null };
  choose_new_version: { input: { piece: PieceId }; output: AddedFile | null };
  stop_adding: { input: Record<string, never>; output: null };
  page_picture: { input: { piece: PieceId, page: number, width: number }; output: string | null };
  open_piece_file: { input: { piece: PieceId }; output: null };
  save_piece_file: { input: { piece: PieceId }; output: Written | null };
  open_piece_link: { input: { piece: PieceId }; output: null };
  make_shorter: { input: { piece: PieceId, pages: Array<number>, request: CollateralRequestId | null }; output: AddedFile };
  choose_return_slips: { input: Record<string, never>; output: Array<SlipFile> };
};

/** What the shell tells on its own account, each with what comes with it. */
export type ShellEvents = {
  "changed": Array<string> | null;
  "menu": string;
  "open-failed": Error;
  "trouble": Error;
  "staged-files": null;
  "import-progress": ImportProgress;
  "adding-progress": AddingProgress | null;
  "files-added": AddedFiles;
  "slips-dropped": Array<SlipFile>;
  "dragged-over": boolean;
};
