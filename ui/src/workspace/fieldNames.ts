/** What the history calls the fields of people and settings. */
import type { FieldNames } from '../shared/room';

export const fieldNames: FieldNames = {
  company: {
    fiscal_start: 'The fiscal year starts in',
    language: 'Dates and numbers are written in',
    week_start: 'A week starts on',
    time_zone: 'Time zone',
  },
  person: { has_left: 'Has left the company' },
};
