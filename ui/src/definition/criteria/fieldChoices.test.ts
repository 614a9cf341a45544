import { describe, expect, it } from 'vitest';
import type { OfferedField } from '../../api';
import { fieldChoices, namedField } from './fieldChoices';

const offered = (field: string, label: string, is_own: boolean) =>
  ({ field, label, is_own }) as unknown as OfferedField;
const fields = [offered('company', 'Company', false), offered('attribute:Employees', 'Employees', true)];
const none = { field: '', label: '' };
const shown = (...input: Parameters<typeof fieldChoices>) =>
  fieldChoices(...input).map(({ value, group }) => `${group}: ${value}`);

describe('the fields to choose from', () => {
  it('are those of every lead and the own columns, apart', () => {
    expect(shown(fields, none, '')).toEqual([
      'Of every lead: company',
      'Your own columns: attribute:Employees',
    ]);
  });
  it('hold the chosen one even when no lead has it', () => {
    expect(shown(fields, { field: 'attribute:Budget', label: 'Budget' }, '')).toContain(
      'Your own columns: attribute:Budget',
    );
  });
  it('take a name that is typed, but not a second time what is there', () => {
    expect(shown(fields, none, ' Need ')).toContain('A name of your own: attribute:Need');
    expect(shown(fields, none, 'attribute:Need')).toContain('A name of your own: attribute:Need');
    expect(shown(fields, none, 'employees')).toHaveLength(2);
  });
  it('make an own column of a typed name', () => {
    expect(namedField(' Planned purchase ')).toBe('attribute:Planned purchase');
    expect(namedField('attribute:Need')).toBe('attribute:Need');
  });
});
