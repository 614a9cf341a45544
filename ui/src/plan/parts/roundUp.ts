/**
 * Rounds a worked-out count up to what can be done: 5,082.3 deals need 5,083. Only for display; all fractions are
 * carried in the core. What a binary fraction adds behind the sixth place is no further deal.
 */
export function roundUp(value: number): number {
  // Adding 0 makes a plain zero of the negative one that rounding gives for nothing.
  return Math.ceil(value - 1e-6) + 0;
}
