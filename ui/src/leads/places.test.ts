import { describe, expect, it } from 'vitest';
import { asFunnelPlace, asImportPlace, asLedgerPlace } from './places';

describe('an address of the leads', () => {
  it('says which leads, and nothing that it does not know', () => {
    const place = { source: 'Web', stage: 'new', lost_or_ignored: true, from: '2026-01-01', lead: 'x' };
    expect(asLedgerPlace({ ...place, colour: 'red' })).toEqual(place);
    expect(
      asLedgerPlace({ stage: 'dreaming', from: 'soon', lost_or_ignored: 'yes', sort: 'beauty' }),
    ).toEqual({});
  });
  it('tells leads without a source from leads of any source', () => {
    expect(asLedgerPlace({ source: '' })).toEqual({ source: '' });
    expect(asLedgerPlace({})).toEqual({});
  });
  it('says which attribute, and whether leads have it at all', () => {
    const of = (value: unknown) => asLedgerPlace({ attribute: { name: 'Industry', value } });
    expect(of('Clinic')).toEqual({ attribute: { name: 'Industry', value: 'Clinic' } });
    expect(of(12)).toEqual({ attribute: { name: 'Industry', value: '12' } });
    expect(of(null)).toEqual({ attribute: { name: 'Industry', value: null } });
    expect(asLedgerPlace({ attribute: 'Industry' })).toEqual({});
  });
  it('tells no from nothing said', () => {
    expect(asLedgerPlace({ converted: false, recycled: 'no', lost_or_ignored: false })).toEqual({
      converted: false,
    });
  });
  it('keeps names that look like numbers as names', () => {
    expect(asLedgerPlace({ owner: 7, source: true })).toEqual({ owner: '7', source: 'true' });
  });
  it('knows the steps of an import and by what is counted', () => {
    expect(asImportPlace({ step: 'values', file: 'a' })).toEqual({ step: 'values', file: 'a' });
    expect(asImportPlace({ step: 'party' })).toEqual({});
    expect(asFunnelPlace({ by: 'Industry', to: '2026-12-31' })).toEqual({ by: 'Industry', to: '2026-12-31' });
  });
});
