import { expect, it } from 'vitest';
import { yearFrom, yearUntil } from './years';

it('is a year in which every day of the calendar stands once', () => {
  expect(yearUntil('2027-03-01')).toEqual({ first: '2026-03-02', last: '2027-03-01' });
  expect(yearFrom('2027-03-01')).toEqual({ first: '2027-03-01', last: '2028-02-28' });
});
