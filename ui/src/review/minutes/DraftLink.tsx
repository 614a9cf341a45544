/** The way from a decision to the draft that it changes, where both sides sign the change. */
import { Link } from '@tanstack/react-router';
import type { DecisionChanges } from '../../api';
import classes from '../Links.module.css';

export function DraftLink({ changes, year }: { changes: DecisionChanges | null; year: number }) {
  if (changes === null) return null;
  if (changes === 'definition')
    return (
      <Link className={classes.link} to="/definition">
        Open the draft of the definition
      </Link>
    );
  return (
    <Link className={classes.link} to="/plan/$year" params={{ year: String(year) }}>
      Open the draft of the plan
    </Link>
  );
}
