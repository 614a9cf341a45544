import { describe, expect, it } from 'vitest';
import { countsInWords } from './countsInWords';

const kept = {
  kind: 'first_touch' as const,
  counted: 'leads',
  on_time: 1200,
  late: 0,
  overdue: 0,
  not_yet_due: 0,
  cannot_be_told: 0,
};
const number = (count: number) => count.toLocaleString('en');

describe('how a promise was kept, in words', () => {
  it('says what was on time, even when that is nothing', () => {
    expect(countsInWords(kept, number)).toBe('1,200 leads on time');
    expect(countsInWords({ ...kept, on_time: 0 }, number)).toBe('0 leads on time');
  });
  it('says what was not, and leaves out what there is none of', () => {
    expect(countsInWords({ ...kept, late: 3, cannot_be_told: 40 }, number)).toBe(
      '1,200 leads on time, 3 late, 40 cannot be told',
    );
  });
  it('says of what is given whether it was, and not when', () => {
    const source = { ...kept, kind: 'source_given' as const, on_time: 63, overdue: 1 };
    expect(countsInWords(source, number)).toBe('63 leads given, 1 not given');
    expect(countsInWords({ ...kept, kind: 'accepted_leads', counted: 'months', on_time: 1 }, number)).toBe(
      '1 month reached',
    );
  });
});
