/** One side of the silent look back while it is sealed: how many points, whether it is ready, and the word to say so. */
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Side } from '../../api';
import { sideNames } from '../../shared';
import classes from './RetroNotes.module.css';

interface SealedSideProps {
  side: Side;
  count: number;
  isReady: boolean;
  writes: boolean;
  setReady: (ready: boolean) => void;
}

export function SealedSide({ side, count, isReady, writes, setReady }: SealedSideProps) {
  const points = count === 1 ? '1 point' : `${count} points`;
  if (!writes)
    return (
      <div className={classes.sealed} role="status">
        <IconLock size={20} aria-hidden />
        <div>
          <p className={classes.count}>
            {count === 0 ? `${sideNames[side]} has written nothing yet` : `${points}, sealed`}
          </p>
          <p className={classes.hint}>
            {isReady
              ? `${sideNames[side]} is ready.`
              : `To write for ${sideNames[side]}, choose one of its people at the top of the window.`}
          </p>
        </div>
      </div>
    );
  return (
    <div className={classes.ready}>
      {isReady ? (
        <>
          <p className={classes.isReady}>
            <span aria-hidden>●</span> {sideNames[side]} is ready with {points}.
          </p>
          <Button size="compact-md" onClick={() => setReady(false)}>
            Go on writing
          </Button>
        </>
      ) : (
        <>
          <Button variant="outline" onClick={() => setReady(true)}>
            {sideNames[side]} is ready
          </Button>
          <p className={classes.hint}>
            When both sides are, all points are revealed. That cannot be taken back.
          </p>
        </>
      )}
    </div>
  );
}
