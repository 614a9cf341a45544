import { describe, expect, it } from 'vitest';
import { asPromisesPlace, periodOf, placeOf } from './place';

const running = { from: '2027-01-01', to: '2027-12-31' };

describe('of which time promises are told', () => {
  it('is the year that runs until somebody says otherwise', () => {
    expect(periodOf(asPromisesPlace({}), running)).toEqual(running);
    expect(periodOf(asPromisesPlace({ from: 'soon', to: 7 }), running)).toEqual(running);
  });
  it('comes back from its address', () => {
    for (const period of [
      { from: '2026-07-01', to: '2026-09-30' },
      { from: null, to: '2026-09-30' },
      { from: '2026-07-01', to: null },
      { from: null, to: null },
    ])
      expect(periodOf(asPromisesPlace({ ...placeOf(period) }), running)).toEqual(period);
  });
});
