import { describe, expect, it } from 'vitest';
import { behind, quarterDays } from './behind';

const calendar = { year: 2026, label: 'FY26', first_day: '2026-01-01', last_day: '2026-12-31' };
const april = { year: 2027, label: 'FY27', first_day: '2026-04-01', last_day: '2027-03-31' };

describe('the days of a quarter', () => {
  it('are those of the company’s year', () => {
    expect(quarterDays('Q1 FY26', calendar)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(quarterDays('Q4 FY26', calendar)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(quarterDays('Q1 FY24', calendar)).toEqual({ from: '2024-01-01', to: '2024-03-31' });
    expect(quarterDays('Q4 FY27', april)).toEqual({ from: '2027-01-01', to: '2027-03-31' });
    expect(quarterDays('Q3 FY25', april)).toEqual({ from: '2024-10-01', to: '2024-12-31' });
  });
  it('are those of the nearest such year', () => {
    expect(quarterDays('Q2 FY99', calendar)?.from).toBe('1999-04-01');
    expect(quarterDays('Q2 FY30', calendar)?.from).toBe('2030-04-01');
  });
  it('are nobody’s guess', () => {
    expect(quarterDays('Spring', calendar)).toBeUndefined();
    expect(quarterDays('Q1 FY26', undefined)).toBeUndefined();
  });
});

describe('the leads behind a row', () => {
  const of = (by: string, name: string | null, period = {}) => behind({ by, ...period }, name, calendar);
  it('have the name that was counted, or none', () => {
    expect(of('campaign', 'Booth')).toEqual({ campaign: 'Booth' });
    expect(of('source', null)).toEqual({ source: '' });
    expect(of('Industry', 'Clinic')).toEqual({ attribute: { name: 'Industry', value: 'Clinic' } });
    expect(of('Industry', null)).toEqual({ attribute: { name: 'Industry', value: null } });
  });
  it('came in in the period that was counted', () => {
    const period = { from: '2026-02-01', to: '2026-08-31' };
    expect(of('owner', 'Kim', period)).toEqual({ owner: 'Kim', ...period });
    expect(of('quarter', 'Q1 FY26', period)).toEqual({ from: '2026-02-01', to: '2026-03-31' });
    expect(of('quarter', 'Q2 FY26', period)).toEqual({ from: '2026-04-01', to: '2026-06-30' });
  });
  it('cannot be told where the ledger has no such filter', () => {
    expect(of('closing_quarter', 'Q1 FY26')).toBeUndefined();
    expect(of('quarter', null)).toBeUndefined();
  });
});
