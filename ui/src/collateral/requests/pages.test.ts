import { describe, expect, it } from 'vitest';
import { pagesInWords, readPages } from './pages';

describe('pages as people write them', () => {
  const pages = (typed: string, most = 12) => readPages(typed, most).pages;
  const problem = (typed: string, most = 12) => readPages(typed, most).problem;

  it('are single ones and runs, each once and in their order', () => {
    expect(pages('1-3, 5')).toEqual([1, 2, 3, 5]);
    expect(pages('5; 1 – 3 2')).toEqual([1, 2, 3, 5]);
    expect(pages(' 12 ')).toEqual([12]);
    expect(pages('')).toEqual([]);
  });
  it('are refused with a way to write them', () => {
    expect(problem('one')).toBe('“one” is no page. Write them like 1-3, 5.');
    expect(problem('1-')).toBe('“1-” is no page. Write them like 1-3, 5.');
    expect(problem('3-1')).toBe('Write 1-3 instead of 3-1.');
    expect(problem('0')).toBe('Pages are counted from 1.');
  });
  it('end where the piece ends, where that is known', () => {
    expect(problem('1-13')).toBe('This piece has 12 pages.');
    expect(problem('2', 1)).toBe('This piece has one page.');
    expect(pages('13', 0)).toEqual([13]);
    expect(problem('1-99999', 0)).toBe('“1-99999” is no page. Write them like 1-3, 5.');
  });
  it('are read in runs', () => {
    expect(pagesInWords([1, 2, 3, 5])).toBe('Pages 1–3, 5');
    expect(pagesInWords([5])).toBe('Page 5');
  });
});
