/** What the history calls the fields of a lead: as its page does. */
import type { FieldNames } from '../shared/room';

export const fieldNames: FieldNames = {
  lead: {
    source: 'Lead source',
    created_on: 'Came in',
    handed_over_on: 'Handed over',
    first_touch_on: 'First touched',
    accepted: 'Sales said',
    decided_on: 'Decided',
    wake_up_on: 'Look at it again on',
    external_id: 'Number in the CRM',
  },
};
