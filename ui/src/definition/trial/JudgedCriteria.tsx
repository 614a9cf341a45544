/** What each criterion said to a lead: met, not met, or not known. */
import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { JudgedCriterion } from '../../api';
import classes from './Trial.module.css';

export function JudgedCriteria({ criteria }: { criteria: readonly JudgedCriterion[] }) {
  if (criteria.length === 0) return null;
  return (
    <ul className={classes.judged}>
      {criteria.map((one) => (
        <li key={one.id}>
          <Said {...one} />
          <span>
            {one.sentence}
            <span className={classes.consequence}> · {one.consequence}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The answer of one criterion. What makes a lead none speaks against it when it is met. */
function Said({ role, met }: JudgedCriterion) {
  if (met === null)
    return (
      <span className={classes.said} data-says="unknown">
        <IconQuestionMark size={16} aria-hidden />
        not known
      </span>
    );
  const speaksFor = role === 'disqualifies' ? !met : met;
  const word = role === 'disqualifies' ? (met ? 'applies' : 'does not apply') : met ? 'met' : 'not met';
  const Icon = speaksFor ? IconCheck : IconX;
  return (
    <span className={classes.said} data-says={speaksFor ? 'for' : 'against'}>
      <Icon size={16} aria-hidden />
      {word}
    </span>
  );
}
