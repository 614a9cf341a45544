/** What a cell shows: a shape, a big number, and a word or two. */
import type { MatrixCell } from '../../api';
import { useFormats } from '../../shared';
import type { Heat } from '../places';
import classes from './Grid.module.css';
import { type Scale, shownIn } from './words';

interface CellFaceProps {
  cell: MatrixCell;
  heat: Heat;
  scale: Scale;
}

export function CellFace({ cell, heat, scale }: CellFaceProps) {
  const formats = useFormats();
  const { mark, figure, words, share, level, few } = shownIn(cell, heat, scale, formats);
  return (
    <span
      className={classes.face}
      // The cell is called by a sentence that says all of this and more.
      aria-hidden
      data-coverage={heat === 'coverage' ? cell.coverage : undefined}
      data-level={level}
    >
      <span className={classes.figures}>
        {mark && <span className={classes.mark}>{mark}</span>}
        {figure && <span className={classes.figure}>{figure}</span>}
      </span>
      <span className={classes.words}>{words}</span>
      {heat === 'coverage' && cell.requested > 0 && (
        <span className={classes.words}>{formats.number(cell.requested)} asked for</span>
      )}
      {mark === null && (
        <span className={classes.bar}>
          <span data-few={few || undefined} style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </span>
  );
}
