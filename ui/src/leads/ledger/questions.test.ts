import { describe, expect, it } from 'vitest';
import type { ListLeads } from '../../api';
import { asLedgerPlace, type LedgerPlace } from '../places';
import { filtersInWords, furtherFilters } from './filtersInWords';
import { filtersOf, isFiltered, listsTheSame, questionOf } from './questions';

const everything: LedgerPlace = {
  text: 'ward',
  source: '',
  campaign: 'Booth',
  stage: 'recycled',
  accepted: 'rejected',
  reason: 'no_budget',
  owner: 'Kim',
  import: 'i1',
  from: '2026-01-01',
  to: '2026-03-31',
  lost_or_ignored: true,
  outcome: 'lost',
  converted: false,
  recycled: true,
  wakes_until: '2026-06-01',
  attribute: { name: 'Industry', value: null },
  sort: 'value',
  reverse: true,
};
const how = { day: (iso: string) => iso, fileOf: () => undefined };

describe('an address of the ledger', () => {
  it('is the same again after it was asked or saved', () => {
    expect(asLedgerPlace(questionOf(everything))).toEqual(everything);
    expect(asLedgerPlace(questionOf({}))).toEqual({});
  });
  it('is read from a view whose empty parts are null, as the file gives them', () => {
    const saved: ListLeads = { source: '', owner: null, attribute: null, offset: null, limit: null };
    expect(asLedgerPlace(saved)).toEqual({ source: '' });
    expect(listsTheSame(saved, { source: '', lead: 'l1' })).toBe(true);
  });
  it('asks nothing of the lead that lies open', () => {
    expect(questionOf({ lead: 'l1' })).not.toHaveProperty('lead');
    expect(listsTheSame({ source: 'Web', lead: 'l1' }, { lead: 'l2', source: 'Web' })).toBe(true);
    expect(listsTheSame({ source: 'Web' }, { source: 'Web', sort: 'name' })).toBe(false);
  });
  it('is narrowed down by anything but order and open lead', () => {
    expect(isFiltered({ sort: 'name', reverse: true, lead: 'l1' })).toBe(false);
    expect(isFiltered({ source: '' })).toBe(true);
    expect(filtersOf({ source: 'Web', sort: 'name', lead: 'l1' })).toEqual({ source: 'Web' });
  });
});

describe('filters in words', () => {
  it('say each filter once', () => {
    expect(filtersInWords(everything, how)).toHaveLength(Object.keys(filtersOf(everything)).length);
  });
  it('tell none from any', () => {
    const words = (place: LedgerPlace) => filtersInWords(place, how).map((filter) => filter.words);
    expect(words({ source: '', attribute: { name: 'Industry', value: null } })).toEqual([
      'Without a source',
      'Without Industry',
    ]);
    expect(words({ source: 'Web', converted: false })).toEqual(['Source: Web', 'Without an opportunity']);
    expect(words({})).toEqual([]);
  });
  it('are told apart from those that a field shows', () => {
    const keys = furtherFilters(everything, how).map((filter) => filter.key);
    expect(keys).toEqual(['outcome', 'converted', 'recycled', 'wakes_until', 'attribute']);
  });
});
