/** How the plan's choices are worded, in one place. */
import type { Cadence, Direction, RetroNoteKind, SplitBy, SplitInto, Unit } from '../api';
import type { Option } from '../shared';

/** Returns what a unit is called: "whole number", "amount in €". */
export function unitWords(unit: Unit, currencySign: string): string {
  switch (unit) {
    case 'money':
      return `amount in ${currencySign}`;
    case 'percent':
      return 'percentage';
    case 'days':
      return 'days';
    case 'number':
      return 'score or ratio';
    default:
      return 'whole number';
  }
}

/** Returns the units a number can be counted in. */
export function unitOptions(currencySign: string): Option<Unit>[] {
  const units: Unit[] = ['count', 'money', 'percent', 'days', 'number'];
  return units.map((unit) => {
    const words = unitWords(unit, currencySign);
    return { value: unit, label: words.charAt(0).toUpperCase() + words.slice(1) };
  });
}

export const directionOptions: Option<Direction>[] = [
  { value: 'more', label: 'More' },
  { value: 'less', label: 'Less' },
];

export const splitIntoOptions: Option<SplitInto>[] = [
  { value: 'months', label: 'Months' },
  { value: 'quarters', label: 'Quarters' },
];

const splitByOptions: Option<SplitBy>[] = [
  { value: 'even', label: 'Evenly' },
  { value: 'last_year', label: 'As last year' },
  { value: 'hand', label: 'By hand' },
];

/**
 * Returns how something can be split. As last year only where the look back knows all of it; what is chosen already
 * stays to be seen.
 */
export function splitByOffered(chosen: SplitBy, seasonProblem: string | null): Option<SplitBy>[] {
  return splitByOptions.filter(
    ({ value }) => value !== 'last_year' || chosen === value || seasonProblem === null,
  );
}

export const cadenceOptions: Option<Cadence>[] = [
  { value: 'weekly', label: 'Every week' },
  { value: 'monthly', label: 'Every month' },
  { value: 'quarterly', label: 'Every quarter' },
];

export const pointKinds: { kind: RetroNoteKind; title: string; asks: string }[] = [
  { kind: 'went_well', title: 'What went well', asks: 'Add what went well' },
  { kind: 'did_not', title: 'What did not', asks: 'Add what did not go well' },
  { kind: 'learned', title: 'What we learned', asks: 'Add what we learned' },
];
