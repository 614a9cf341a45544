import { describe, expect, it } from 'vitest';
import { checkOf, type Note, newId, slipOf } from './slip';

const note: Note = {
  id: '6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b',
  kind: 'used',
  piece: 'piece',
  on: '2026-11-30',
  deal: 'St Märy',
  persona: null,
  phase: null,
  manner: 'sent',
  easy_to_find: 5,
  fitted: 4,
  ready: null,
  moved: 'yes',
  request: null,
  text: 'Short\nand good',
};

describe('a return slip', () => {
  it('has a check for each note, which the core works out the same', () => {
    // The same sum stands in the core's test.
    expect(checkOf(note, 'Kim')).toBe('0337f2ac');
    expect(checkOf({ ...note, fitted: 5 }, 'Kim')).not.toBe(checkOf(note, 'Kim'));
    expect(checkOf(note, 'Lou')).not.toBe(checkOf(note, 'Kim'));
  });

  it('says whose word it is, without space around the name', () => {
    const slip = JSON.parse(slipOf('workspace', { by: ' Kim ', notes: [note] }));
    expect(slip).toMatchObject({ lockstep: 'return slip', version: 1, workspace: 'workspace', by: 'Kim' });
    expect(slip.notes[0].check).toBe(checkOf(note, 'Kim'));
  });

  it('has ids that are as long as they look', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId()).not.toBe(newId());
  });
});
