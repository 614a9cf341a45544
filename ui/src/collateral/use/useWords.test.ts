import { describe, expect, it } from 'vitest';
import type { Usage } from '../../api';
import { makeFormats } from '../../shared/formats/formats';
import { figuresOf, isRated, markInWords, movedByImports, movementWords, sellerInWords } from './useWords';

const { number } = makeFormats('en-GB', 'EUR');

const nothing: Usage = {
  uses: 0,
  deals: 0,
  last_used_on: null,
  rated: 0,
  ease: null,
  easy_to_find: null,
  fitted: null,
  ready: null,
  said_moved: 0,
  said_not_moved: 0,
  movements: {},
};
const unsaid = { easy_to_find: null, fitted: null, ready: null, moved: null, note: '' };

describe('what uses come to', () => {
  it('stands with the number that each figure rests on', () => {
    const usage: Usage = {
      ...nothing,
      uses: 8,
      deals: 6,
      ease: { hundredths: 417, n: 12 },
      movements: { on: 5, stayed: 1, lost: 1, open: 3, unclear: 1 },
      said_moved: 4,
      said_not_moved: 2,
    };
    expect(figuresOf(usage, number)).toEqual([
      { words: '8 uses in 6 deals', few: false },
      { words: 'ease 4.2 of 5 (n = 12)', few: true },
      { words: 'moved on after 5 of 7 (imports)', few: true },
      { words: 'moved on after 4 of 6 (according to sellers)', few: true },
    ]);
  });
  it('leaves out what nobody has said', () => {
    expect(figuresOf({ ...nothing, uses: 1, deals: 1 }, number)).toEqual([
      { words: '1 use in 1 deal', few: false },
    ]);
  });
  it('is not called few from thirty on', () => {
    const usage = { ...nothing, uses: 30, deals: 30, said_moved: 20, said_not_moved: 10 };
    expect(figuresOf(usage, number).at(-1)?.few).toBe(false);
  });
  it('counts no deal of which it is too early to tell', () => {
    expect(movedByImports({ movements: { open: 4, unclear: 2 } })).toEqual({ part: 0, of: 0 });
    expect(movedByImports({ movements: { on: 1, back: 2 } })).toEqual({ part: 1, of: 3 });
  });
});

it('writes every mean mark with one decimal, as the language does', () => {
  expect([400, 417, 425, 500].map((hundredths) => markInWords({ hundredths }, number))).toEqual([
    '4.0',
    '4.2',
    '4.3',
    '5.0',
  ]);
  expect(markInWords({ hundredths: 417 }, makeFormats('de-DE', 'EUR').number)).toBe('4,2');
});

describe('what a seller says of a use', () => {
  it('is one line', () => {
    expect(sellerInWords(unsaid)).toBeNull();
    expect(sellerInWords({ ...unsaid, easy_to_find: 4, ready: 2, moved: 'no' })).toBe(
      'Easy to find 4, ready as it was 2; the deal did not move on',
    );
    expect(sellerInWords({ ...unsaid, moved: 'yes', note: ' They asked for prices ' })).toBe(
      'the deal moved on; “They asked for prices”',
    );
  });
  it('is a mark, or whether the deal moved', () => {
    expect(isRated(unsaid)).toBe(false);
    expect(isRated({ ...unsaid, moved: 'no' })).toBe(true);
    expect(isRated({ ...unsaid, fitted: 1 })).toBe(true);
  });
});

it('says of every movement what became of the deal', () => {
  expect(movementWords).toEqual({
    on: 'moved on',
    back: 'went back',
    lost: 'was lost',
    stayed: 'stayed where it was',
    open: 'nothing told yet',
    unclear: 'changed, but not known whether onwards or in time',
  });
});
