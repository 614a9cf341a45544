/** How the review was closed, what would come out differently today, and the signatures of both sides. */
import { type ReviewView, useAsk } from '../../api';
import { AgreementBody, Section, useFormats } from '../../shared';
import { CloseButton } from '../head/CloseButton';
import type { SectionProps } from '../sections';
import { Amendment } from './Amendment';
import { agreedReview } from './agreedReview';

export function AgreementSection({ view, writable }: SectionProps) {
  const company = useAsk('show_company', {}).data?.company;
  const isClosed = view.line.review.closed_at !== null;
  return (
    <Section
      id="agreement"
      title="Agreement"
      lead="Closing the review fixes every number. Then one person of each side signs it."
    >
      {isClosed ? (
        <>
          <Closed view={view} />
          <Amendment view={view} writable={writable} />
          <AgreementBody
            of={agreedReview(view, company?.one_person_does_both === true)}
            editable={writable}
          />
        </>
      ) : (
        <>
          <p className="soft measure">
            {view.line.state === 'preparing'
              ? 'Once the review was held and closed, both sides sign it here.'
              : 'Once the review is closed, both sides sign it here.'}
          </p>
          {writable && <CloseButton view={view} />}
        </>
      )}
    </Section>
  );
}

function Closed({ view }: { view: ReviewView }) {
  const { instant, day } = useFormats();
  const { closed_at: closed } = view.line.review;
  if (closed === null) return null;
  return (
    <p className="soft measure">
      Closed {instant(closed)}, with the numbers as they were on {day(view.worksheet.filled_in_on)}.
      {view.amended_on !== null && ` Amended on ${day(view.amended_on)}.`}
    </p>
  );
}
