import { describe, expect, it } from 'vitest';
import type { CriterionView, OfferedField } from '../../api';
import { askedFields, countsDays, nameOf, withFact } from './facts';

const criterion = (field: string, test: string) =>
  ({ criterion: { field, test }, label: field.replace('attribute:', '') }) as unknown as CriterionView;
const offered = (field: string, kind: string, values: string[] = []) =>
  ({
    field,
    label: field,
    kind,
    values: values.map((value) => ({ value, leads: 1 })),
  }) as unknown as OfferedField;

describe('the fields of a tried lead', () => {
  it('are those that the definition asks for, each once, then those named besides', () => {
    const criteria = [criterion('title', 'known'), criterion('', 'known'), criterion('title', 'contains')];
    expect(askedFields(criteria, [], ['company']).map(({ field }) => field)).toEqual(['title', 'company']);
  });
  it('are of the kind that stands in the leads', () => {
    const [region] = askedFields(
      [criterion('attribute:Region', 'at_least')],
      [offered('attribute:Region', 'words', ['North'])],
      [],
    );
    expect(region).toMatchObject({ kind: 'words', values: ['North'] });
  });
  it('are of the kind that is asked where no lead has them yet', () => {
    const criteria = [
      criterion('attribute:Budget', 'at_least'),
      criterion('attribute:Purchase', 'within_days'),
      criterion('attribute:Demo', 'yes'),
      criterion('attribute:Need', 'known'),
    ];
    const fields = askedFields(criteria, [offered('attribute:Budget', 'nothing')], []);
    expect(fields.map(({ kind }) => kind)).toEqual(['numbers', 'days', 'yes_no', 'words']);
  });
  it('forget what is emptied, and keep a no', () => {
    expect(withFact({ company: 'Acme' }, 'company', '')).toEqual({});
    expect(withFact({ company: 'Acme' }, 'company', null)).toEqual({});
    expect(withFact({}, 'attribute:Demo', false)).toEqual({ 'attribute:Demo': false });
  });
  it('count days only where something is asked within days', () => {
    expect(countsDays([criterion('title', 'known')])).toBe(false);
    expect(countsDays([criterion('attribute:Purchase', 'within_days')])).toBe(true);
  });
  it('name the lead', () => {
    expect(nameOf({ title: 'Head of care', company: 'Acme', phone: '1' })).toBe('Acme, Head of care');
    expect(nameOf({})).toBe('');
  });
});
