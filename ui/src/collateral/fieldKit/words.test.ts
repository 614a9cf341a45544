import { describe, expect, it } from 'vitest';
import { importedInWords, kitInWords, slipsInWords } from './words';

describe('a field kit', () => {
  it('says what was written', () => {
    expect(kitInWords({ pieces: 1, written: 3, unchanged: 0, removed: 0 })).toBe('1 piece, 3 files written.');
    expect(kitInWords({ pieces: 2, written: 0, unchanged: 5, removed: 0 })).toBe(
      '2 pieces, nothing changed.',
    );
    expect(kitInWords({ pieces: 2, written: 1, unchanged: 5, removed: 1 })).toBe(
      '2 pieces, 1 file written, 1 file removed.',
    );
  });
});

describe('return slips', () => {
  it('say what is new in them', () => {
    const note = { fate: 'new', words: '', reason: '' } as const;
    const slip = {
      file_name: 'a',
      by: 'Kim',
      reason: '',
      notes: [note, { ...note, fate: 'known' as const }],
    };
    expect(slipsInWords([slip])).toBe('1 return slip, 1 new note');
    expect(slipsInWords([{ ...slip, notes: [] }])).toBe('1 return slip, nothing new');
    expect(importedInWords({ uses: 1, requests: 2, known: 1, refused: 0 })).toBe(
      'Imported: 1 use, 2 requests (1 known already).',
    );
  });
});
