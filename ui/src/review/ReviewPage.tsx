/** One review: the worksheet that filled itself in, what each side says, and what you decided and agreed. */
import { useParams } from '@tanstack/react-router';
import { type ReviewView, useAsk } from '../api';
import { AgreedTitle, ButtonLink, DaysWithin, EmptyState, Page, useArrivalAt, useFormats } from '../shared';
import { useOpenWorkspace } from '../shared/openWorkspace';
import { AgreementSection } from './agreement/AgreementSection';
import { agreedReview } from './agreement/agreedReview';
import { GoalsSection } from './goals/GoalsSection';
import { ReviewActions } from './head/ReviewActions';
import { ReviewLead } from './head/ReviewLead';
import { ToClose } from './head/ToClose';
import { LastTimeSection } from './lastTime/LastTimeSection';
import { ActionsSection } from './minutes/ActionsSection';
import { DecisionsSection } from './minutes/DecisionsSection';
import { ParkedSection } from './minutes/ParkedSection';
import { ReviewDocuments } from './ReviewDocuments';
import { ReviewRail } from './ReviewRail';
import { addressOfPart, yearFrom } from './sections';
import { SidesSection } from './sides/SidesSection';
import { PartSection } from './worksheet/PartSection';

export function ReviewPage() {
  const { review } = useParams({ from: '/review/$review' });
  const opened = useAsk('open_review', { id: review });
  const { read_only: readOnly } = useOpenWorkspace();
  useArrivalAt(opened.data !== undefined);
  if (opened.isError) {
    return (
      <Page title="Review">
        <EmptyState title={opened.error.message} action={<ButtonLink to="/review">All reviews</ButtonLink>}>
          {opened.error.hint}
        </EmptyState>
      </Page>
    );
  }
  if (!opened.data) return null;
  // Another review is another page: no half-typed text of this one may stay in its fields.
  return <Opened key={review} view={opened.data} writable={readOnly === null} />;
}

function Opened({ view, writable }: { view: ReviewView; writable: boolean }) {
  const { today } = useFormats();
  const editable = writable && view.line.review.closed_at === null;
  const section = { view, editable, writable };
  return (
    // A day that is typed without a year is one to come: until when, from when on.
    <DaysWithin value={yearFrom(today())}>
      <Page
        wide
        title={<AgreedTitle of={agreedReview(view, false)} />}
        lead={<ReviewLead view={view} editable={editable} />}
        actions={
          <>
            <ReviewDocuments review={view.line.review.id} />
            {writable && <ReviewActions view={view} />}
          </>
        }
        rail={<ReviewRail view={view} />}
      >
        <ToClose view={view} />
        <GoalsSection {...section} />
        {view.worksheet.parts.map((part) => (
          <PartSection key={addressOfPart(part)} part={part} days={view.worksheet.days} />
        ))}
        <LastTimeSection {...section} />
        <SidesSection {...section} />
        <DecisionsSection {...section} />
        <ActionsSection {...section} />
        <ParkedSection {...section} />
        <AgreementSection {...section} />
      </Page>
    </DaysWithin>
  );
}
