import { describe, expect, it } from 'vitest';
import { backupsInWords, sizeInWords } from './sizes';

const number = (value: number, fractions = 0) => `${Number(value.toFixed(fractions))}`;

it('says a size as people say it', () => {
  expect(
    [0, 999, 1_000, 999_499, 2_540_000, 87_000_000, 2_100_000_000].map((size) => sizeInWords(size, number)),
  ).toEqual(['0 bytes', '999 bytes', '1 KB', '999 KB', '2.5 MB', '87 MB', '2.1 GB']);
});

describe('how much room backups take', () => {
  it('is said apart from what they share', () => {
    expect(backupsInWords({ backups: 3_000_000, shared_files: 2_000_000_000 }, number)).toBe(
      'Backups take 2 GB: 2 GB for the files of the library, kept once for all of them, and 3 MB for the rest.',
    );
  });
  it('is one number where they share nothing, and none without backups', () => {
    expect(backupsInWords({ backups: 3_000_000, shared_files: 0 }, number)).toBe('Backups take 3 MB.');
    expect(backupsInWords({ backups: 0, shared_files: 0 }, number)).toBeNull();
  });
});
