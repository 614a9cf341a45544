/** What the history calls the fields of reviews: as their pages do. */
import type { FieldNames } from '../shared/room';

export const fieldNames: FieldNames = {
  review: {
    year: 'Fiscal year',
    kind: 'Reviews a',
    number: 'Which of the year',
    held_on: 'Day',
    begun_at: 'Begun',
    sales_ready: 'Sales is ready',
    marketing_ready: 'Marketing is ready',
    revealed_at: 'Revealed',
    closed_at: 'Closed',
    worksheet: 'Worksheet as it was closed',
  },
  review_amendment: { added_at: 'Added', worksheet: 'Worksheet with the amendment' },
  review_note: { kind: 'Heading', text: 'Note' },
  review_vote: { note: 'Note', person: 'Whose votes', votes: 'Votes' },
  review_mark: { about: 'What is marked', mark: 'Mark' },
  review_decision: {
    note: 'From the note',
    question: 'Question',
    name: 'Decision',
    why: 'Because',
    owner: 'Owner',
    effective_from: 'Effective from',
    changes: 'Changes the',
    decided_on: 'Decided on',
  },
  review_action: {
    note: 'From the note',
    name: 'Action',
    owner: 'Owner',
    agreed_on: 'Agreed on',
    due: 'Due',
    due_first: 'First due',
    done_on: 'Done on',
  },
  review_parked: { name: 'Parked', settled: 'Settled' },
  goal_reading: {
    goal: 'Goal',
    day: 'As of',
    unit: 'Counted in',
    value: 'Value',
    note: 'Where it comes from',
    person: 'Entered by',
  },
};
