/** The next review on the first page: when it is, how ready each side is, and which actions are overdue. */
import { useAsk } from '../../api';
import { ButtonLink, Section, useFormats } from '../../shared';
import { listFinding, owedInWords } from '../words';

export function NextReview() {
  const { day, number } = useFormats();
  const list = useAsk('list_reviews', {}).data;
  if (!list) return null;
  const { next, years } = list;
  const hasAny = years.some(({ reviews }) => reviews.length > 0);
  return (
    <Section
      id="reviews"
      title="Reviews"
      lead={
        hasAny
          ? `${listFinding(list, { day, number })}. ${next ? owedInWords(next) : ''}`
          : 'None planned yet. Once a quarter, both sides look at the same numbers and decide together.'
      }
      actions={
        next ? (
          <ButtonLink to="/review/$review" params={{ review: next.review.id }}>
            Open the review
          </ButtonLink>
        ) : (
          <ButtonLink to="/review">{hasAny ? 'All reviews' : 'Plan the reviews'}</ButtonLink>
        )
      }
    >
      {null}
    </Section>
  );
}

/** Before the first plan, only reviews that are planned are worth a line. */
export function NextReviewBeforePlan() {
  const list = useAsk('list_reviews', {}).data;
  const hasAny = list?.years.some(({ reviews }) => reviews.length > 0);
  return hasAny ? <NextReview /> : null;
}
