/** How the definition's choices and sections are worded, in one place. */
import type { DefinitionView, FieldKind, Question, Reason, Role, Test, Verdict } from '../api';
import type { Option } from '../shared';
import { keysOf, reasonNames, verdictNames } from '../shared';

/** The sections of the page: those of the core, and two that are only looked at. */
export type Place =
  | 'sentence'
  | Question
  | 'threshold'
  | 'non_leads'
  | 'signals'
  | 'examples'
  | 'try_a_lead'
  | 'back_test'
  | 'promises'
  | 'agreement';

export const placeTitles: Record<Place, string> = {
  sentence: 'What it says first',
  customer: 'The customer',
  information: 'The information',
  certainty: 'What makes it certain',
  threshold: 'Points',
  non_leads: 'What is no lead',
  signals: 'Triggers, walk-aways',
  examples: 'Worked examples',
  try_a_lead: 'Try a lead',
  back_test: 'Back-test',
  promises: 'Promises',
  agreement: 'Agreement',
};

/** Returns the sections of the page, in their order. Points stand there only where criteria bring some. */
export function placesOf({ has_points: hasPoints }: Pick<DefinitionView, 'has_points'>): Place[] {
  const all = keysOf(placeTitles);
  return hasPoints ? all : all.filter((place) => place !== 'threshold');
}

export const verdictOptions: Option<Verdict>[] = keysOf(verdictNames).map((value) => ({
  value,
  label: verdictNames[value],
}));

export const roleOptions: Option<Exclude<Role, 'disqualifies'>>[] = [
  { value: 'required', label: 'required' },
  { value: 'points', label: 'brings points' },
];

export const reasonOptions: Option<Reason>[] = keysOf(reasonNames).map((value) => ({
  value,
  label: reasonNames[value],
}));

/** What is asked of a field, as it stands between the field and the words or numbers. */
export const testNames: Record<Test, string> = {
  known: 'is known',
  any_of: 'is one of',
  none_of: 'is none of',
  contains: 'contains one of',
  contains_part: 'has anywhere',
  at_least: 'is at least',
  at_most: 'is at most',
  between: 'is between',
  within_days: 'lies within',
  yes: 'is yes',
  no: 'is no',
};

const fitting: Record<FieldKind, readonly Test[]> = {
  words: ['known', 'any_of', 'none_of', 'contains', 'contains_part'],
  numbers: ['known', 'at_least', 'at_most', 'between'],
  days: ['known', 'within_days'],
  yes_no: ['known', 'yes', 'no'],
  mixed: keysOf(testNames),
  nothing: keysOf(testNames),
};

/** Returns the tests to choose from: those that fit what stands in the field first, all others below them. */
export function testOptions(kind: FieldKind): Option<Test>[] {
  const all = keysOf(testNames);
  const fits = fitting[kind];
  if (fits.length === all.length) return all.map((value) => ({ value, label: testNames[value] }));
  return [...all]
    .sort((one, other) => Number(fits.includes(other)) - Number(fits.includes(one)))
    .map((value) => ({
      value,
      label: testNames[value],
      group: fits.includes(value) ? 'What fits this field' : 'Other tests',
    }));
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
