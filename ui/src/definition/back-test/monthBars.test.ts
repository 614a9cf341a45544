import { describe, expect, it } from 'vitest';
import { makeFormats } from '../../shared/formats/formats';
import { monthBars } from './monthBars';

const formats = makeFormats('en-GB', 'EUR');
const months = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    first_day: `${2024 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}-01`,
    leads: 10,
    passed: 4,
  }));

describe('the months of a back-test', () => {
  it('all have a name and a number where there is room', () => {
    const bars = monthBars(months(12), formats);
    expect(bars.map((bar) => bar.label).slice(0, 3)).toEqual(['Jan 2024', 'Feb', 'Mar']);
    expect(bars.every((bar) => bar.shown === '4\nof 10')).toBe(true);
    expect(monthBars(months(13), formats).at(-1)?.label).toBe('Jan 2025');
  });
  it('are named with their year, and only now and then, where there are many', () => {
    const named = monthBars(months(36), formats).flatMap((bar) => (bar.label ? [bar.label] : []));
    expect(named).toEqual(['Jan 2024', 'Jul 2024', 'Jan 2025', 'Jul 2025', 'Jan 2026', 'Jul 2026']);
    expect(monthBars(months(36), formats).every((bar) => bar.shown === '')).toBe(true);
  });
});
