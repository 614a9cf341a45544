import { expect, it } from 'vitest';
import { roundUp } from './roundUp';

it('rounds up to what can be done, and takes no floating point for a further deal', () => {
  expect(roundUp(48.7)).toBe(49);
  expect(roundUp(400.00000000001)).toBe(400);
  expect(roundUp(5082.0001)).toBe(5083);
  expect(Object.is(roundUp(0), 0)).toBe(true);
});
