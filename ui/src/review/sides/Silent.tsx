/** Both sides while they write: one's own notes and marks, and of the other only how many. */
import type { SilentCount } from '../../api';
import { SidePair } from '../../shared';
import type { SectionProps } from '../sections';
import type { ReviewSide } from '../words';
import { OwnMarks } from './OwnMarks';
import { OwnNotes } from './OwnNotes';
import { Ready } from './Ready';
import classes from './Sides.module.css';

type SilentProps = Pick<SectionProps, 'view' | 'editable'>;

export function Silent({ view, editable }: SilentProps) {
  const of = (side: ReviewSide) => {
    const count = view.silent.find((one) => one.side === side);
    return count && <OfSide side={side} count={count} view={view} editable={editable} />;
  };
  return <SidePair sales={of('sales')} marketing={of('marketing')} />;
}

function OfSide({ side, count, view, editable }: SilentProps & { side: ReviewSide; count: SilentCount }) {
  const { review } = view.line;
  // Whoever said that they are ready says first that they go on writing.
  const writes = editable && count.is_own && !count.is_ready;
  return (
    <div className={classes.side}>
      {count.is_own && (
        <>
          <OwnNotes
            review={review.id}
            side={side}
            lines={view.notes.filter(({ note }) => note.side === side)}
            editable={writes}
          />
          <OwnMarks review={review.id} side={side} marks={view.marks} editable={writes} />
        </>
      )}
      <Ready review={review.id} side={side} count={count} editable={editable} />
    </div>
  );
}
