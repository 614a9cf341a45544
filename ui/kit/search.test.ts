import { describe, expect, it } from 'vitest';
import type { KitPiece } from '../src/api/generated';
import { distance, fold, Search } from './search';

const piece = (title: string, pages: string[] = []): KitPiece => ({
  id: title,
  title,
  kind: 'datasheet',
  kind_name: 'Datasheet',
  language: null,
  tags: [],
  notes: '',
  personas: [],
  phases: [],
  needs: [],
  link: '',
  file: null,
  picture: null,
  opening: '',
  approved: [],
  review_by: null,
  pages: pages.map((text, place) => ({ number: place + 1, text, notes: '' })),
});

const search = new Search([
  piece('Prices for clinics', ['What it costs.', 'The return on your investment, in one table.']),
  piece('Prospekt für Kliniken', ['Für Ärzte und Pflege.']),
  piece('Security', ['How we keep what you give us.']),
]);
const titles = (typed: string) => search.find(typed).found.map(({ piece }) => piece.title);

describe('what is typed is found', () => {
  it('in titles, on pages, by beginnings, without accents and capitals', () => {
    expect(titles('')).toHaveLength(3);
    expect(titles('cost')).toEqual(['Prices for clinics']);
    expect(titles('ÄRZT')).toEqual(['Prospekt für Kliniken']);
    expect(titles('arzte')).toEqual(['Prospekt für Kliniken']);
    expect(titles('datasheet security')).toEqual(['Security']);
    expect(titles('security clinics')).toEqual([]);
    // Words begin where they are looked for.
    expect(titles('stment')).toEqual([]);
  });

  it('with the page and the passage in which it stands', () => {
    const [first] = search.find('investment return').found;
    expect(first?.passage?.page).toBe(2);
    expect(first?.passage?.parts).toEqual(['The ', 'return', ' on your ', 'investment', ', in one table.']);
  });

  it('with a letter wrong, and it says so', () => {
    expect(search.find('retrun').corrected).toEqual([['retrun', 'return']]);
    expect(titles('retrun')).toEqual(['Prices for clinics']);
    expect(titles('zzzz')).toEqual([]);
  });
});

describe('a folded text', () => {
  it('is as long as the text', () => {
    for (const text of ['Straße', 'İstanbul', 'Ärzte', 'ﬁn', '👩‍⚕️ x', 'ŉ']) {
      expect(fold(text)).toHaveLength(text.length);
    }
  });
});

describe('words apart', () => {
  it('are counted up to a bound', () => {
    expect(distance('return', 'retrun', 3)).toBe(1);
    expect(distance('return', 'returns', 3)).toBe(1);
    expect(distance('price', 'security', 3)).toBe(3);
  });
});
