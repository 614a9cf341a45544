import { describe, expect, it } from 'vitest';
import { proposedInWords, spaceInWords } from './words';

const number = (value: number, fractions = 0) => `${Number(value.toFixed(fractions))}`;

describe('how much room the library takes', () => {
  const size = { pieces: 4_100_000, earlier_versions: 2_000_000, removed: 300_000 };
  it('is said with what takes it', () => {
    expect(spaceInWords(size, number)).toBe(
      'The library takes 6.4 MB: pieces 4.1 MB, earlier versions 2 MB, removed, kept so that undo can bring it back 300 KB.',
    );
  });
  it('leaves out what takes none', () => {
    expect(spaceInWords({ ...size, earlier_versions: 0, removed: 0 }, number)).toBe(
      'The library takes 4.1 MB.',
    );
    expect(spaceInWords({ pieces: 0, earlier_versions: 0, removed: 500 }, number)).toBe(
      'The library takes 500 bytes: removed, kept so that undo can bring it back 500 bytes.',
    );
    expect(spaceInWords({ pieces: 0, earlier_versions: 0, removed: 0 }, number)).toBeNull();
  });
});

it('says once what the files of several pieces propose', () => {
  expect(proposedInWords([{ proposed: ['title', 'kind'] }])).toBe('Proposed by the file: title, type.');
  expect(proposedInWords([{ proposed: ['title'] }, { proposed: ['title', 'language'] }])).toBe(
    'Proposed by the files: title, language.',
  );
});
