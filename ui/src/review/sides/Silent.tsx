/**
 * Both sides while they write: one's own notes and marks, and of the other only how many. On the projector one's own stay hidden, too,
 * until somebody asks for them: everybody reads along there.
 */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SilentCount } from '../../api';
import { SidePair, sideNames } from '../../shared';
import { useOnProjector } from '../../shared/session/projector';
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
  const isOnProjector = useOnProjector();
  const [isShown, setShown] = useState(false);
  const isHidden = isOnProjector && !isShown;
  // Whoever said that they are ready says first that they go on writing.
  const writes = editable && count.is_own && !count.is_ready;
  return (
    <div className={classes.side}>
      {count.is_own && isHidden && (
        <div>
          <p className="soft">What {sideNames[side]} wrote is not shown here: everybody would read along.</p>
          <Button size="compact-md" onClick={() => setShown(true)}>
            Write here all the same<span className="visually-hidden">, as {sideNames[side]}</span>
          </Button>
        </div>
      )}
      {count.is_own && !isHidden && (
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
      <Ready
        review={review.id}
        side={side}
        count={count}
        editable={editable}
        missing={view.marks.filter((pair) => pair[side] === null).length}
      />
    </div>
  );
}
