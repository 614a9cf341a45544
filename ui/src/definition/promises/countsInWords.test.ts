import { describe, expect, it } from 'vitest';
import type { PromiseOfRoom } from '../../api';
import { bySideInWords, caseInWords, countsInWords } from './countsInWords';

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
  it('counts what other rooms promise in the same words', () => {
    const requests = { counted: 'requests', on_time: 1, late: 2, overdue: 3, not_yet_due: 0 };
    expect(countsInWords(requests, number)).toBe('1 request on time, 2 late, 3 overdue');
  });
});

describe('one case of a promise, in words', () => {
  const day = (value: string) => value;
  it('says by when it was owed and when it came', () => {
    const due_on = '2026-11-29';
    expect(caseInWords({ fared: 'overdue', due_on, done_on: null }, day)).toBe('was due on 2026-11-29');
    expect(caseInWords({ fared: 'not_yet_due', due_on, done_on: null }, day)).toBe('due on 2026-11-29');
    expect(caseInWords({ fared: 'late', due_on, done_on: '2026-12-04' }, day)).toBe(
      'done on 2026-12-04, due on 2026-11-29',
    );
    expect(caseInWords({ fared: 'on_time', due_on, done_on: '2026-11-24' }, day)).toBe('done on 2026-11-24');
  });
});

describe('how a side kept what it promised', () => {
  const rate = (value: number | null) => `${(value ?? 0) / 100}%`;
  const some = (part: number, n: number) => ({
    basis_points: n ? (part / n) * 10_000 : null,
    part,
    n,
    small: false,
  });
  const sides = [{ side: 'sales' as const, promises: [], kept: some(3, 4), overdue: 1 }];
  const one = (side: 'sales' | 'marketing', part: number, n: number) =>
    ({
      room: 'review',
      side,
      name: 'Actions',
      sentence: '',
      counted: 'actions',
      on_time: part,
      late: 0,
      overdue: n - part,
      not_yet_due: 0,
      kept: some(part, n),
      why_not: null,
      cases: [],
    }) satisfies PromiseOfRoom;
  it('counts leads and what rooms promise apart', () => {
    const kept = { sides, of_rooms: [one('sales', 1, 2), one('sales', 2, 3), one('marketing', 1, 1)] };
    expect(bySideInWords(kept, 'sales', { rate, number })).toBe(
      'Sales kept 75% of 4 promises made for leads and 3 of 5 requests and actions',
    );
    expect(bySideInWords(kept, 'marketing', { rate, number })).toBe(
      'Marketing kept 1 of 1 requests and actions',
    );
  });
  it('says so where nothing was due', () => {
    expect(bySideInWords({ sides: [], of_rooms: [one('sales', 0, 0)] }, 'sales', { rate, number })).toBe(
      'no data yet for Sales',
    );
  });
});
