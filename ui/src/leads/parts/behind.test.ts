import { describe, expect, it } from 'vitest';
import type { Days } from '../../api';
import { behind } from './behind';

describe('the leads behind a row', () => {
  const of = (by: string, name: string | null, period = {}, days: Days | null = null) =>
    behind({ by, ...period }, { name, days });
  const first = { from: '2026-01-01', to: '2026-03-31' };
  const second = { from: '2026-04-01', to: '2026-06-30' };
  it('have the name that was counted, or none', () => {
    expect(of('campaign', 'Booth')).toEqual({ campaign: 'Booth' });
    expect(of('source', null)).toEqual({ source: '' });
    expect(of('Industry', 'Clinic')).toEqual({ attribute: { name: 'Industry', value: 'Clinic' } });
    expect(of('Industry', null)).toEqual({ attribute: { name: 'Industry', value: null } });
  });
  it('came in in the period that was counted', () => {
    const period = { from: '2026-02-01', to: '2026-08-31' };
    expect(of('owner', 'Kim', period)).toEqual({ owner: 'Kim', ...period });
    expect(of('quarter', 'Q1 FY26', period, first)).toEqual({ from: '2026-02-01', to: '2026-03-31' });
    expect(of('quarter', 'Q2 FY26', period, second)).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(of('quarter', null)).toEqual({ has_day: false });
  });
  it('cannot be told where the ledger has no such filter', () => {
    expect(of('closing_quarter', 'Q1 FY26', {}, first)).toBeUndefined();
  });
});
