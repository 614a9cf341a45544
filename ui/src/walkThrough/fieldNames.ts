/** What the history calls the fields of walk-throughs: as their pages do. */
import type { FieldNames } from '../shared/room';

export const fieldNames: FieldNames = {
  walk_through: {
    title: 'What is walked through',
    held_on: 'Day',
    previous: 'Goes on from',
    ended_on: 'Ended on',
  },
  walk_step: {
    continues: 'Goes on from the step',
    phase: 'Buying phase',
    said: 'What is said',
    shown: 'What is shown',
    asked: 'What is asked',
    promised: 'What is promised',
    remarks: 'What Marketing remarks',
    message_by_sales: 'Message, by Sales',
    look_by_sales: 'Look, by Sales',
    fit_by_sales: 'Fit, by Sales',
    message_by_marketing: 'Message, by Marketing',
    look_by_marketing: 'Look, by Marketing',
    fit_by_marketing: 'Fit, by Marketing',
  },
  fix: {
    name: 'What is to be mended',
    step: 'Found in the step',
    found_on: 'Found on',
    due: 'Due',
    due_first: 'First due',
    done_on: 'Done on',
  },
};
