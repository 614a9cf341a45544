/** What is marked, as a side reads it: its own name first where it speaks of itself. */
import type { MarkPair } from '../../api';
import type { ReviewSide } from '../words';

export const statementFor = (pair: MarkPair, side: ReviewSide): string =>
  side === 'sales' ? pair.to_sales : pair.to_marketing;
