/** The name of a piece, which opens it in the library. */
import { Link } from '@tanstack/react-router';
import classes from './Parts.module.css';

export function PieceLink({ id, title }: { id: string; title: string | null }) {
  return (
    <Link to="/collateral" search={{ piece: id, shelf: 'all' }} className={classes.link}>
      {title || 'Without a title'}
    </Link>
  );
}
