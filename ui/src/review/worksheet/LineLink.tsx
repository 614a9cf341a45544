/** The way from a line of the worksheet to its row in its room, where there is one. */
import { Link } from '@tanstack/react-router';
import type { WorksheetLine } from '../../api';
import classes from '../Links.module.css';

export function LineLink({ line: { id, words }, room }: { line: WorksheetLine; room: string }) {
  if (id === '') return <>{words}</>;
  if (room === 'leads') {
    return (
      <Link className={classes.link} to="/leads/ledger" search={{ lead: id }}>
        {words}
      </Link>
    );
  }
  if (room === 'collateral') {
    return (
      <Link className={classes.link} to="/collateral/requests" hash={id}>
        {words}
      </Link>
    );
  }
  if (room === 'walk_through') {
    return (
      <Link className={classes.link} to="/walk-through" hash={id}>
        {words}
      </Link>
    );
  }
  return <>{words}</>;
}
