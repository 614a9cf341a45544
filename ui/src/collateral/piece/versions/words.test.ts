import { describe, expect, it } from 'vitest';
import { comparedInWords, measuresInWords, pageInWords, wordsInWords } from './words';

const number = (value: number) => value.toLocaleString('en-GB');

describe('two versions of a piece', () => {
  it('are measured by pages and size; what nobody could count is left out', () => {
    const from = { pages: 12, size: 1_200_000 };
    expect(measuresInWords(from, { pages: 14, size: 1_200_000 }, number)).toBe(
      '12 pages, now 14 pages; 1.2 MB in both',
    );
    expect(measuresInWords({ ...from, pages: 0 }, { pages: 1, size: 900 }, number)).toBe(
      '1.2 MB, now 900 bytes',
    );
  });
  it('say how much changed, or that nothing did', () => {
    const page = { before: 1, after: 1, added: 2, removed: 1, is_whole: false, parts: [] };
    expect(comparedInWords({ pages: [page], same_pages: 3, added: 2, removed: 1 }, number)).toBe(
      '1 page differs, 3 unchanged: 2 words added, 1 removed.',
    );
    expect(comparedInWords({ pages: [page, page], same_pages: 0, added: 1, removed: 0 }, number)).toBe(
      '2 pages differ: 1 word added, 0 removed.',
    );
    expect(comparedInWords({ pages: [], same_pages: 3, added: 0, removed: 0 }, number)).toBe(
      'Every page says the same in both versions.',
    );
    expect(wordsInWords({ added: 1_200, removed: 0 }, number)).toBe('1,200 words added, 0 removed');
  });
  it('name a page by where it is and where it was', () => {
    expect(pageInWords({ before: 2, after: 2 }, number)).toBe('Page 2');
    expect(pageInWords({ before: 2, after: 3 }, number)).toBe('Page 3, before page 2');
    expect(pageInWords({ before: null, after: 3 }, number)).toBe('Page 3, new');
    expect(pageInWords({ before: 2, after: null }, number)).toBe('Page 2, removed');
  });
});
