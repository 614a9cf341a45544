/** What is next: the first review that is not closed, large, and what each side still owes. */
import type { ReviewLine } from '../../api';
import { ButtonLink, Section, SideBadge, SidePair, useFormats } from '../../shared';
import { type ReviewSide, stateInWords } from '../words';
import classes from './Reviews.module.css';
import { StateOf } from './StateOf';

export function NextUp({ line }: { line: ReviewLine }) {
  const { day } = useFormats();
  const { review, label } = line;
  const isOpenToWrite = review.revealed_at === null;
  return (
    <Section
      id="next"
      title="Next"
      actions={
        <ButtonLink variant="filled" to="/review/$review" params={{ review: review.id }}>
          {line.state === 'in_session' ? 'Resume the review' : 'Open the review'}
        </ButtonLink>
      }
    >
      <p className={classes.next}>
        {label}, on {day(review.held_on)}
      </p>
      <p>
        <StateOf line={line} />
      </p>
      <p className="soft measure">
        {line.state === 'in_session'
          ? `${stateInWords(line)}: everything written so far is kept. Go on where you stopped.`
          : `It looks at ${day(line.from)} to ${day(line.to)}. The worksheet fills itself in; the notes are yours to write.`}
      </p>
      {isOpenToWrite && (
        <SidePair
          heads={null}
          sales={<Owes side="sales" isReady={review.sales_ready} />}
          marketing={<Owes side="marketing" isReady={review.marketing_ready} />}
        />
      )}
    </Section>
  );
}

function Owes({ side, isReady }: { side: ReviewSide; isReady: boolean }) {
  return (
    <p className={classes.owes}>
      <SideBadge side={side} /> {isReady ? 'is ready.' : 'has notes and marks still to write.'}
    </p>
  );
}
