/** Whether a side has finished writing: its own word for it, and of the other side only how far it is. */
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { type SilentCount, useAct } from '../../api';
import { sideNames, useFormats } from '../../shared';
import { ConfirmDialog } from '../../shared/dialogs/ConfirmDialog';
import { useOnProjector } from '../../shared/session/projector';
import { counted, type ReviewSide, sealedInWords } from '../words';
import classes from './Sides.module.css';

interface ReadyProps {
  /** How many of the side’s marks are not given; nothing where that is not known here. */
  missing?: number;
  review: string;
  side: ReviewSide;
  count: SilentCount;
  editable: boolean;
}

export function Ready({ missing = 0, review, side, count, editable }: ReadyProps) {
  const [isAsking, setAsking] = useState(false);
  const { number } = useFormats();
  const isOnProjector = useOnProjector();
  const ready = useAct('set_review_ready');
  const say = (next: boolean) => void ready.run({ review, side, ready: next });
  if (!count.is_own || !editable) {
    return (
      <div className={classes.sealed} role="status">
        <IconLock size={20} aria-hidden />
        <div>
          <p className={classes.count}>{sealedInWords(count, number)}</p>
          <p className="soft small">
            {count.is_ready
              ? `${sideNames[side]} is ready.`
              : `To write for ${sideNames[side]}, choose one of its people ${isOnProjector ? 'on the left' : 'at the top of the window'}.`}
          </p>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.ready}>
      {count.is_ready ? (
        <>
          <p className={classes.count}>
            <span aria-hidden>●</span> {sideNames[side]} is ready.
          </p>
          <Button size="compact-md" onClick={() => say(false)}>
            Go on writing
          </Button>
        </>
      ) : (
        <>
          <Button
            variant="outline"
            loading={ready.isRunning}
            onClick={() => (missing > 0 ? setAsking(true) : say(true))}
          >
            {sideNames[side]} is ready
          </Button>
          <p className="soft small">
            Once both sides are ready, each sees what the other wrote. That cannot be undone.
          </p>
          <ConfirmDialog
            title={`${counted(missing, 'mark', number)} not given`}
            opened={isAsking}
            onClose={() => setAsking(false)}
            confirm="Ready all the same"
            onConfirm={() => say(true)}
          >
            Once both sides have seen each other’s, no mark can be added. The pulse is shown only where both
            sides gave theirs.
          </ConfirmDialog>
        </>
      )}
    </div>
  );
}
