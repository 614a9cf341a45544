import { describe, expect, it } from 'vitest';
import type { FunnelRow, Rate } from '../../api';
import { isFew, measures } from './measures';

const rate = (part: number, n: number): Rate => ({
  part,
  n,
  basis_points: n === 0 ? null : (part * 10_000) / n,
  small: n < 30,
});
const row = (name: string | null, leads: number, accepted: number, decided: number) =>
  ({ name, leads, accepted, acceptance: rate(accepted, decided), small: leads < 30 }) as FunnelRow;

describe('rows of the funnel', () => {
  it('count as few by the number that a rate rests on', () => {
    expect(isFew(row('Big', 900, 5, 9), measures.acceptance)).toBe(true);
    expect(isFew(row('Big', 900, 5, 9), measures.leads)).toBe(false);
  });
});
