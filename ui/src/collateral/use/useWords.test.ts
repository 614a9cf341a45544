import { describe, expect, it } from 'vitest';
import type { Usage } from '../../api';
import { makeFormats } from '../../shared/formats/formats';
import { noUsage, rate } from '../../test/usage';
import { figuresOf, isRated, markInWords, movementWords, sellerInWords } from './useWords';

const { number } = makeFormats('en-GB', 'EUR');

const unsaid = { easy_to_find: null, fitted: null, ready: null, moved: null, note: '' };

describe('what uses come to', () => {
  it('stands with the number that each figure rests on', () => {
    const usage: Usage = {
      ...noUsage,
      uses: 8,
      deals: 6,
      ease: { hundredths: 417, n: 12, small: true },
      moved_by_imports: rate(5, 7),
      moved_by_sellers: rate(4, 6),
    };
    expect(figuresOf(usage, number)).toEqual([
      { words: '8 uses in 6 deals', few: false },
      { words: 'ease 4.2 of 5 (n = 12)', few: true },
      { words: 'moved on after 5 of 7 (imports)', few: true },
      { words: 'moved on after 4 of 6 (according to sellers)', few: true },
    ]);
  });
  it('leaves out what nobody has said', () => {
    expect(figuresOf({ ...noUsage, uses: 1, deals: 1 }, number)).toEqual([
      { words: '1 use in 1 deal', few: false },
    ]);
  });
  it('is not called few from thirty on', () => {
    const usage = { ...noUsage, uses: 30, deals: 30, moved_by_sellers: rate(20, 30) };
    expect(figuresOf(usage, number).at(-1)?.few).toBe(false);
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
