/** What the history calls the fields of the definition: as its page does. */
import type { FieldNames } from '../shared/room';

export const fieldNames: FieldNames = {
  definition: {
    sentence: 'The sentence above all',
    threshold: 'Points a lead needs',
    holidays: 'Days on which nobody works',
  },
  criterion: {
    role: 'What it is for',
    test: 'What is asked',
    low: 'Lowest',
    high: 'Highest',
  },
};
