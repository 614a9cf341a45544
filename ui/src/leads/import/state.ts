/** What the files that wait allow: which steps there are, and what is left to do. */
import type { DraftColumn, DraftValue, ImportQuestion } from '../../api';
import type { StagedFile } from '../../platform';
import type { ImportStep } from '../places';

/** A file that was looked through and holds records of ours. */
export type ReadyFile = StagedFile & { draft: NonNullable<StagedFile['draft']> };

export function isReady(file: StagedFile): file is ReadyFile {
  return file.doing !== 'surveying' && file.draft !== null && file.draft.kind !== null;
}

/** Returns whether all files can go on: each is looked through and known for what it holds. */
export function canGoOn(files: readonly StagedFile[]): files is ReadyFile[] {
  return files.length > 0 && files.every(isReady);
}

/** Returns whether nothing is left to be said of any file. */
export function allIsSaid(files: readonly StagedFile[]): boolean {
  return canGoOn(files) && files.every((file) => file.draft.left_to_say === null);
}

/** Returns whether every file is of a shape that was taken in before, so that nothing has to be looked at. */
export function allRemembered(files: readonly StagedFile[]): boolean {
  return allIsSaid(files) && files.every((file) => file.draft?.remembered);
}

/** Returns whether some column has values that mean one of our terms. */
export function hasValues(files: readonly StagedFile[]): boolean {
  return files.some((file) => file.draft?.columns.some((column) => column.values.length > 0));
}

/** Returns the steps there are for these files. */
export function stepsFor(files: readonly StagedFile[]): ImportStep[] {
  // Before anything is known, the way is shown with all its steps.
  return hasValues(files) || !canGoOn(files)
    ? ['file', 'columns', 'values', 'preview']
    : ['file', 'columns', 'preview'];
}

/** Returns the questions of a file that are about its columns; those about words are answered word by word. */
export function aboutColumns(file: ReadyFile): ImportQuestion[] {
  return file.draft.questions.filter((question) => question.about !== 'values');
}

/** Returns what the columns of a file leave to be said; what its words mean is said in the next step. */
export function leftToSayOfColumns(file: ReadyFile): ReadyFile['draft']['left_to_say'] {
  const { left_to_say } = file.draft;
  return left_to_say?.field === 'value' ? null : left_to_say;
}

/** Returns how many words of a file somebody has to give a meaning. */
export function wordsToSay(file: ReadyFile): number {
  return file.draft.columns.flatMap((column) => column.values).filter((value) => value.asked).length;
}

/** Returns whether a person should look at the column before it is taken in. */
export function wantsALook(column: DraftColumn): boolean {
  return column.ask !== null;
}

/** Returns the values of a column field by field, those to look at first. */
export function byField(column: DraftColumn): { field: string; values: DraftValue[] }[] {
  const fields = [...new Set(column.values.map((value) => value.field))];
  return fields.map((field) => {
    const values = column.values.filter((value) => value.field === field);
    return {
      field,
      values: [...values.filter((value) => value.look), ...values.filter((value) => !value.look)],
    };
  });
}
