/** A review, as the parts of an agreement take it. Its versions are read in the comparison: the page shows what holds. */
import type { ReviewView } from '../../api';
import type { Agreed } from '../../shared';
import { capitalised } from '../words';

export function agreedReview({ line, agreement }: ReviewView, onePersonDoesBoth: boolean): Agreed {
  return {
    kind: 'review',
    subject: line.review.id,
    title: capitalised(line.called),
    noun: 'review',
    agreement,
    version: null,
    onePersonDoesBoth,
    missing: [],
    unchanged:
      'Both sides have signed this review. Its numbers stay as they are; what an import changes later can be added as an amendment, which both sides sign.',
    link: () => null,
    exportMenu: () => null,
  };
}
