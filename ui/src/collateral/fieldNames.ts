/** What the history calls the fields of a piece: as its page does. */
import type { FieldNames } from '../shared/room';

export const fieldNames: FieldNames = {
  piece: {
    kind: 'Type',
    review_by: 'Review by',
    proposed: 'Proposed, not confirmed',
    sent_back: 'Sent back because',
    retired_on: 'Retired on',
    retired_because: 'Retired because',
    successor: 'Taken over by',
  },
  piece_version: {
    file_kind: 'Kind of file',
    has_text: 'Text can be searched',
    trouble: 'What could not be read',
  },
};
