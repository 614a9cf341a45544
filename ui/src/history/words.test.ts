import { expect, it } from 'vitest';
import { yearFields } from '../plan/look-back/yearFields';
import { fieldInWords } from './words';

it('calls a field as the page calls it', () => {
  for (const { key, label } of yearFields)
    if (key !== 'sourced_revenue') expect(fieldInWords('look_back', key)).toBe(label);
  expect(fieldInWords('criterion', 'low')).toBe('Lowest');
  expect(fieldInWords('funnel', 'cycle_days')).toBe('Sales cycle');
  expect(fieldInWords('funnel', 'cycle_days_why')).toBe('Why: Sales cycle');
});

it('calls what it does not know by its own words', () => {
  expect(fieldInWords('fair', 'opening_day')).toBe('Opening day');
  expect(fieldInWords('fair', 'sql_day')).toBe('SQL day');
});
