import { describe, expect, it } from 'vitest';
import type { LeadYearView, LookBack } from '../../api';
import { tellsSomething, yearLines } from './yearFields';

const numbers = { leads: 500, won: null, cycle_days: 90 } as LookBack;
const year = {
  leads: 560,
  won: 32,
  sourced_revenue: null,
  opportunities: 114,
  cycle_days: 128.5,
  because: { sourced_revenue: 'Nobody said which lead sources are marketing’s.' },
} as unknown as LeadYearView;

describe('last year, as the leads tell it', () => {
  it('stands beside what the plan says now', () => {
    const lines = new Map(yearLines(numbers, year).map((line) => [line.key, line]));
    expect(lines.get('leads')).toMatchObject({ now: 500, told: 560 });
    expect(lines.get('won')).toMatchObject({ now: null, told: 32 });
    expect(lines.get('cycle_days')).toMatchObject({ now: 90, told: 129 });
  });
  it('says why a number is not told', () => {
    const sourced = yearLines(numbers, year).find((line) => line.key === 'sourced_revenue');
    expect(sourced).toMatchObject({ told: null, because: 'Nobody said which lead sources are marketing’s.' });
  });
  it('is nothing where neither leads nor opportunities are there', () => {
    expect(tellsSomething(year)).toBe(true);
    expect(tellsSomething({ ...year, leads: null })).toBe(true);
    expect(tellsSomething({ ...year, leads: null, opportunities: null })).toBe(false);
  });
});
