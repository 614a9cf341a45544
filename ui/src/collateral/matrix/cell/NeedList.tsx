/** What a persona needs to know in a phase, need by need. */
import { Link } from '@tanstack/react-router';
import type { MatrixCell } from '../../../api';
import parts from '../../parts/Parts.module.css';
import classes from './Cell.module.css';
import { NeedLine } from './NeedLine';

interface NeedListProps {
  cell: MatrixCell;
  editable: boolean;
  showAll: () => void;
}

export function NeedList({ cell, editable, showAll }: NeedListProps) {
  return (
    <section aria-label="What they need to know">
      <h3>What they need to know</h3>
      {cell.needs.length === 0 && <p className="soft">No need is written down here yet.</p>}
      <ul className={classes.needs}>
        {cell.needs.map((need) => (
          <NeedLine key={need.id} cell={cell} need={need} editable={editable} showAll={showAll} />
        ))}
      </ul>
      <Link to="/buyers" search={{ persona: cell.persona }} hash="insights" className={parts.link}>
        {editable ? 'Add or change needs' : 'See all insights'}
      </Link>
    </section>
  );
}
