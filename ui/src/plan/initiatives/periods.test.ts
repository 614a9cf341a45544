import { describe, expect, it } from 'vitest';
import type { PlanView } from '../../api';
import { makeFormats } from '../../shared/formats/formats';
import { periodsOf, whenInWords } from './periods';

const view = {
  label: 'FY27',
  first_day: '2026-04-01',
  last_day: '2027-03-31',
  quarters: ['Q1 FY27', 'Q2 FY27', 'Q3 FY27', 'Q4 FY27'],
  months: Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2026, 3 + month, 1)).toISOString().slice(0, 10),
  ),
} as PlanView;
const formats = makeFormats('en-GB', 'EUR');
const when = (starts: string | null, ends: string | null) => whenInWords({ starts, ends }, view, formats);

describe('when an initiative happens', () => {
  it('is a fiscal quarter from its first to its last day', () => {
    expect(periodsOf(view)[0]).toEqual({ label: 'Q1 FY27', starts: '2026-04-01', ends: '2026-06-30' });
    expect(periodsOf(view)[3]).toEqual({ label: 'Q4 FY27', starts: '2027-01-01', ends: '2027-03-31' });
    expect(when('2026-07-01', '2026-09-30')).toBe('Q2 FY27');
  });
  it('is the whole year', () => {
    expect(when('2026-04-01', '2027-03-31')).toBe('All of FY27');
  });
  it('is two days, one day, or an open end', () => {
    // How much room there is round the dash is the language data's affair.
    expect(when('2026-11-10', '2026-11-21')?.replace(/\s*–\s*/u, '–')).toBe('10–21 Nov 2026');
    expect(when('2026-11-10', '2026-11-10')).toBe('10 Nov 2026');
    expect(when('2026-11-10', null)).toBe('from 10 Nov 2026');
    expect(when(null, '2026-11-10')).toBe('until 10 Nov 2026');
    expect(when(null, null)).toBeNull();
  });
});
