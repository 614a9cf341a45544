/** The way from a decision to the draft that it changes, where both sides sign the change; and what has come of it since. */
import { Link } from '@tanstack/react-router';
import { type ReviewDecision, useAsk } from '../../api';
import { useFormats } from '../../shared';
import classes from '../Links.module.css';
import { cameOfIt } from '../words';

export function DraftLink({ decision, year }: { decision: ReviewDecision; year: number }) {
  const { day } = useFormats();
  const { id, changes } = decision;
  const decided = useAsk('decided_changes', {}, { enabled: changes !== null }).data ?? [];
  if (changes === null) return null;
  const came = decided.find((one) => one.decision.id === id);
  const since = came?.version != null && <span>{cameOfIt(came, day)}</span>;
  if (changes === 'definition')
    return (
      <>
        <Link className={classes.link} to="/definition">
          Open the draft of the definition
        </Link>
        {since}
      </>
    );
  return (
    <>
      <Link className={classes.link} to="/plan/$year" params={{ year: String(year) }}>
        Open the draft of the plan
      </Link>
      {since}
    </>
  );
}
