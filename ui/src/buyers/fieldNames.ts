/** What the history calls the fields of the buyers: as their pages do. */
import type { FieldNames } from '../shared/room';

export const fieldNames: FieldNames = {
  persona: {
    role: 'Part in the purchase',
    convinced_by: 'What convinces them',
    title_words: 'Words in job titles',
  },
  buying_phase: {
    lead_stages: 'Lead stages',
    opportunity_stages: 'Opportunity stages',
  },
  insight: {
    text: 'Insight',
    evidence: 'How we know',
    evidence_on: 'Learned on',
    evidence_note: 'Note on the evidence',
  },
};
