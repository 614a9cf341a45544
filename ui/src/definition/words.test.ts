import { describe, expect, it } from 'vitest';
import { placesOf, testOptions } from './words';

describe('the tests to choose from', () => {
  it('are those that fit what stands in the field first, and all others below', () => {
    const numbers = testOptions('numbers');
    expect(numbers.slice(0, 4).map(({ value }) => value)).toEqual([
      'known',
      'at_least',
      'at_most',
      'between',
    ]);
    expect(numbers.map(({ group }) => group).filter((group) => group === 'Other tests')).toHaveLength(7);
  });
  it('are all alike where nobody knows what stands there', () => {
    expect(testOptions('nothing').every(({ group }) => group === undefined)).toBe(true);
    expect(testOptions('nothing')).toHaveLength(11);
  });
});

describe('the sections of the page', () => {
  it('hold the points only where criteria bring some', () => {
    expect(placesOf({ has_points: true })).toContain('threshold');
    expect(placesOf({ has_points: false })).not.toContain('threshold');
    expect(placesOf({ has_points: false }).at(-1)).toBe('agreement');
  });
});
