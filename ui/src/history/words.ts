/** How the history writes a field's name and value. What the core keeps as a number in a unit is written as such. */
import type { Formats } from '../shared';

/** The fields that hold money and rates, whatever the table. Everything else is written as it is kept. */
const money = new Set(['budget', 'revenue', 'sourced_revenue', 'revenue_goal', 'renewals', 'average_deal']);
const rates = new Set(['win_rate', 'sql_to_opportunity', 'sal_to_sql', 'mql_to_sal', 'sourced_share']);

/** Returns a field's name as people say it: "sales_owner" is "Sales owner". */
export function fieldInWords(field: string): string {
  const words = field.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns a value as people read it; "nothing" where the field was empty. */
export function valueInWords(
  { field }: { field: string },
  value: unknown,
  formats: Formats,
  nameOf: (id: string) => string | null,
): string {
  if (value === null || value === undefined || value === '' || value === '[]') return 'nothing';
  if (typeof value === 'number') {
    if (money.has(field)) return formats.money(value);
    if (rates.has(field)) return formats.rate(value);
    return formats.number(value, 2);
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/owner$|person$|_by$/.test(field)) return nameOf(value) ?? value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formats.day(value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formats.instant(value);
  return value;
}
