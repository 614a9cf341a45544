/** The way to the leads behind what was late or overdue of a promise. */
import { Link } from '@tanstack/react-router';
import type { Fared, PromiseAttainment } from '../../api';
import { type Period, useFormats } from '../../shared';
import { faredInWords } from '../../shared/words/promises';
import classes from './Promises.module.css';

/** What somebody asks about first stands first. */
const asked: readonly Fared[] = ['overdue', 'late', 'not_yet_due'];

export function LeadsBehind({ promise, period }: { promise: PromiseAttainment; period: Period }) {
  const { number } = useFormats();
  const { kind, name } = promise;
  const some = asked.filter((fared) => promise[fared] > 0);
  // Months are no leads.
  if (kind === 'accepted_leads' || some.length === 0) return null;
  return (
    <p className={classes.counts}>
      {some.map((fared, place) => (
        <span key={fared}>
          {place > 0 && ', '}
          <Link
            to="/leads/ledger"
            search={{ promise: { kind, fared, from: period.from, to: period.to } }}
            className={classes.behind}
          >
            {place === 0 && 'See '}
            {number(promise[fared])} {faredInWords(kind, fared)}
            <span className="visually-hidden">: leads of {name}</span>
          </Link>
        </span>
      ))}
    </p>
  );
}
