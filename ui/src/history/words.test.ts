import { expect, it } from 'vitest';
import { yearFields } from '../plan/look-back/yearFields';
import { fieldInWords, namesOfFields } from './words';

const called = await namesOfFields;
const words = (table: string, field: string) => fieldInWords(called, table, field);

it('calls a field as the page calls it', () => {
  for (const { key, label } of yearFields)
    if (key !== 'sourced_revenue') expect(words('look_back', key)).toBe(label);
  expect(words('criterion', 'low')).toBe('Lowest');
  expect(words('funnel', 'cycle_days')).toBe('Sales cycle');
  expect(words('funnel', 'cycle_days_why')).toBe('Why: Sales cycle');
  expect(words('lead', 'external_id')).toBe('Number in the CRM');
  expect(words('company', 'week_start')).toBe('A week starts on');
});

it('calls what it does not know by its own words', () => {
  expect(words('fair', 'opening_day')).toBe('Opening day');
  expect(words('fair', 'sql_day')).toBe('SQL day');
});
