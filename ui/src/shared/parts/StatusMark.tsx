/** How something stands: always a shape, a word and a colour, so that none of the three is needed alone. */
import classes from './StatusMark.module.css';

export type Status = 'on_track' | 'at_risk' | 'off_track' | 'no_data';

const shapes: Record<Status, { shape: string; word: string }> = {
  on_track: { shape: '●', word: 'On track' },
  at_risk: { shape: '▲', word: 'At risk' },
  off_track: { shape: '■', word: 'Off track' },
  no_data: { shape: '–', word: 'No data' },
};

export function StatusMark({ status, word }: { status: Status; word?: string }) {
  return (
    <span className={classes.status} data-status={status}>
      <span aria-hidden className={classes.shape}>
        {shapes[status].shape}
      </span>
      {word ?? shapes[status].word}
    </span>
  );
}
