/** All reviews: what is next, what is still to be done after any of them, and the calendar year by year. */
import { type ReviewList, useAsk } from '../../api';
import { EmptyState, Page, useArrivalAt } from '../../shared';
import { useOpenWorkspace } from '../../shared/openWorkspace';
import { ReviewDates } from '../ReviewDocuments';
import { NextUp } from './NextUp';
import { OpenActions } from './OpenActions';
import { PlanReviews } from './PlanReviews';
import { ToSign } from './ToSign';
import { YearSection } from './YearSection';

export function ReviewsPage() {
  const list = useAsk('list_reviews', {});
  const { read_only: readOnly } = useOpenWorkspace();
  useArrivalAt(list.data !== undefined);
  if (list.isError) {
    return (
      <Page title="Reviews">
        <EmptyState title={list.error.message}>{list.error.hint}</EmptyState>
      </Page>
    );
  }
  if (!list.data) return null;
  const writable = readOnly === null;
  const hasAny = list.data.years.some(({ reviews }) => reviews.length > 0);
  return hasAny ? (
    <Reviews list={list.data} writable={writable} />
  ) : (
    <NoneYet list={list.data} writable={writable} />
  );
}

interface ReviewsProps {
  list: ReviewList;
  writable: boolean;
}

function Reviews({ list, writable }: ReviewsProps) {
  const unsigned = list.years
    .flatMap(({ reviews }) => reviews)
    .filter((line) => line.review.closed_at !== null && line.unsigned.length > 0);
  return (
    <Page title="Reviews" actions={<ReviewDates />}>
      {list.next && <NextUp line={list.next} />}
      <ToSign lines={unsigned} />
      <OpenActions lines={list.open_actions} writable={writable} />
      {list.years.map((year) => (
        <YearSection key={year.year} year={year} writable={writable} />
      ))}
    </Page>
  );
}

/** Before the first: what a review is, and how to begin. */
function NoneYet({ list, writable }: ReviewsProps) {
  const thisYear = useAsk('show_company', {}).data?.this_year;
  const year = list.years.find((known) => known.year === thisYear) ?? list.years[0];
  const others = list.years.filter((known) => known !== year);
  return (
    <Page title="Reviews">
      <EmptyState
        title="How is the year going?"
        action={writable && year && <PlanReviews year={year} first />}
      >
        Every quarter, Sales and Marketing look at the same page: the joint goals, the funnel, and the
        promises of both sides. The numbers fill themselves in. Each side writes what works and what does not
        before it sees the other’s notes; then you decide together, and what you agreed comes back the next
        time.
      </EmptyState>
      {others.map((other) => (
        <YearSection key={other.year} year={other} writable={writable} />
      ))}
    </Page>
  );
}
