import { describe, expect, it } from 'vitest';
import { changesInWords } from './sourceChanges';

const said = (changed: number, already: number, replaced: number, source = 'Web') =>
  changesInWords({ changed, already, replaced }, source, String);

describe('what saying a source changes', () => {
  it('is told before it is done', () => {
    expect(said(56, 0, 0)).toBe('56 leads get “Web”.');
    expect(said(1, 0, 0)).toBe('1 lead gets “Web”.');
    expect(said(56, 0, 0, '')).toBe('56 leads get the source that you say.');
  });
  it('never hides that another source is replaced', () => {
    expect(said(56, 0, 56)).toBe('56 leads get “Web”. They have another source now, which is replaced.');
    expect(said(56, 4, 1)).toBe(
      '56 leads get “Web”. 1 of them has another source now, which is replaced. 4 have it already.',
    );
  });
  it('is nothing where all have it', () => {
    expect(said(0, 12, 0)).toBe('All 12 have “Web” already.');
    expect(said(0, 1, 0)).toBe('It has “Web” already.');
  });
});
