/** What the history calls the fields of the library: as its pages do. */
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
    needs: 'Information needs',
    is_home_made: 'Home-made',
    origin: 'Cut down from',
    origin_pages: 'Pages it was cut down to',
  },
  piece_version: {
    file_kind: 'Kind of file',
    has_text: 'Text can be searched',
    trouble: 'What could not be read',
  },
  piece_use: {
    version: 'File at that time',
    person: 'Recorded by',
    said_by: 'In the word of',
    phase: 'Buying phase',
    manner: 'How it was used',
    fitted: 'Fitted this customer',
    ready: 'Ready as it was',
    moved: 'Did the deal move on?',
    slip: 'Return slip',
  },
  collateral_request: {
    kind: 'What is asked for',
    piece: 'About the piece',
    wanted: 'In their words',
    phase: 'Buying phase',
    need: 'Information need',
    said_by: 'In the word of',
    answer: 'Answered with',
    promised_first: 'First promised for',
    declined_because: 'Will not be done because',
    answered_on: 'First answered on',
    closed_on: 'Answered for good on',
    slip: 'Return slip',
  },
  matrix_mark: {
    phase: 'Buying phase',
    need: 'Information need',
    is_required: 'Pieces are required',
  },
  collateral_settings: {
    moved_within_days: 'Days within which a deal counts as moved on',
    answer_within_days: 'Days within which a request is answered',
  },
};
