import { describe, expect, it } from 'vitest';
import { mendedInWords } from './mendedInWords';

describe('what changed when spellings became one', () => {
  it('names only what changed', () => {
    const said = (leads: number, opportunities: number, costs: number) =>
      mendedInWords({ leads, opportunities, costs }, String);
    expect(said(12, 1, 3)).toBe('12 leads, 1 opportunity and 3 costs changed');
    expect(said(1, 0, 0)).toBe('1 lead changed');
    expect(said(0, 0, 0)).toBe('nothing had to change');
  });
});
