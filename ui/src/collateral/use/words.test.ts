import { expect, it } from 'vitest';
import { usageFinding } from './words';

const number = (count: number) => count.toLocaleString('en-GB');
const found = (approved: number, inUse: number, used = inUse) =>
  usageFinding({ approved, approved_and_used: inUse, counts: { used } }, number);

it('finds how many of the approved pieces are used', () => {
  expect(found(18, 12)).toBe('12 of 18 approved pieces were used in a deal');
  expect(found(18, 1)).toBe('1 of 18 approved pieces was used in a deal');
  expect(found(18, 0)).toBe('None of 18 approved pieces was used in a deal yet');
  expect(found(1, 1)).toBe('The one approved piece was used in a deal');
  expect(found(1, 0)).toBe('The one approved piece was not used in a deal yet');
});
it('finds what is used although nothing is approved', () => {
  expect(found(0, 0)).toBe('No piece is approved or used yet');
  expect(found(0, 0, 1)).toBe('One piece was used in a deal, and none is approved yet');
  expect(found(0, 0, 4)).toBe('4 pieces were used in a deal, and none is approved yet');
});
