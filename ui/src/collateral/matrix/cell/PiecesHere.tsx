/** The approved pieces for this persona in this phase: how fresh they are, how often they were used, how easy they are. */
import type { MatrixCell, MatrixPiece } from '../../../api';
import { Few, useFormats } from '../../../shared';
import { PieceLink } from '../../parts/PieceLink';
import { kindNames } from '../../words';
import { easeInWords, usesInWords } from '../words';
import classes from './Cell.module.css';
import { More } from './More';

interface PiecesHereProps {
  cell: Pick<MatrixCell, 'pieces' | 'pieces_in_all'>;
  showAll: () => void;
}

export function PiecesHere({ cell: { pieces, pieces_in_all }, showAll }: PiecesHereProps) {
  return (
    <section aria-label="Approved pieces here">
      <h3>Approved pieces here</h3>
      {pieces.length === 0 && <p className="soft">None yet.</p>}
      <ul className={classes.pieces}>
        {pieces.map((piece) => (
          <PieceHere key={piece.id} piece={piece} />
        ))}
      </ul>
      <More shown={pieces.length} inAll={pieces_in_all} what="approved pieces here" showAll={showAll} />
    </section>
  );
}

function PieceHere({ piece: { id, title, kind, approved_on, review_by, usage } }: { piece: MatrixPiece }) {
  const { day, number } = useFormats();
  const fresh = [
    kindNames[kind],
    approved_on && `approved ${day(approved_on)}`,
    review_by && `review by ${day(review_by)}`,
  ];
  return (
    <li>
      <PieceLink id={id} title={title} />
      <span className={classes.facts}>{fresh.filter(Boolean).join(' · ')}</span>
      <span className={classes.facts}>
        {usesInWords(usage, number)}
        {usage.ease && ` · ease ${easeInWords(usage.ease, number)}`}
        {usage.ease?.small && <Few />}
      </span>
    </li>
  );
}
