/** How much room something takes, in words. */
import type { BackupSpace } from '../../api';

/** Returns a size in bytes as people say it. */
export function sizeInWords(bytes: number, number: (value: number, fractions?: number) => string): string {
  if (bytes < 1_000) return `${number(bytes)} bytes`;
  if (bytes < 1_000_000) return `${number(Math.round(bytes / 1_000))} KB`;
  if (bytes < 1_000_000_000) return `${number(bytes / 1_000_000, bytes < 10_000_000 ? 1 : 0)} MB`;
  return `${number(bytes / 1_000_000_000, 1)} GB`;
}

/** Returns how much room the backups take; nothing where there is none. */
export function backupsInWords(
  { backups, shared_files }: BackupSpace,
  number: (value: number, fractions?: number) => string,
): string | null {
  if (backups + shared_files === 0) return null;
  const total = `Backups take ${sizeInWords(backups + shared_files, number)}`;
  if (shared_files === 0) return `${total}.`;
  return `${total}: ${sizeInWords(shared_files, number)} for the files of the library, kept once for all of them, and ${sizeInWords(backups, number)} for the rest.`;
}
