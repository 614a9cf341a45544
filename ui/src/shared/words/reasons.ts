/** Why a lead is turned away, in the words of both sides. */
import type { Reason } from '../../api';

export const reasonNames: Record<Reason, string> = {
  bad_data: 'Bad data',
  wrong_contact: 'Wrong contact',
  no_fit: 'No fit',
  no_authority: 'No authority',
  no_budget: 'No budget',
  no_need: 'No need',
  bad_timing: 'Bad timing',
  competitor: 'Competitor',
  no_response: 'No response',
  unsubscribed: 'Unsubscribed',
  student_or_curious: 'Student or curious',
  duplicate: 'Duplicate',
  abandoned: 'Abandoned without a decision',
  other: 'Another reason',
};
