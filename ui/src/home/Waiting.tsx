/** What waits for whom. One column a side, of equal weight; a side for which nothing waits is told so. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Section, SidePair } from '../shared';
import classes from './Home.module.css';
import type { PlanEntry } from './plans';

type BothSides = 'sales' | 'marketing';

/** Returns what waits for one side: a proposal it has not signed. */
function waitsFor(side: BothSides, plans: readonly PlanEntry[]): ReactNode[] {
  return plans
    .filter((plan) => plan.proposed && !plan.proposed.signatures.some((given) => given.side === side))
    .map((plan) => (
      <Link key={plan.id} to="/plan/$year" params={{ year: String(plan.year) }} hash="agreement">
        Sign plan {plan.label}
        {plan.in_force ? ', next version' : ''}
      </Link>
    ));
}

/** Returns what waits for both: drafts that are not complete, or complete and not proposed. */
function waitsForBoth(plans: readonly PlanEntry[]): ReactNode[] {
  return plans
    .filter((plan) => !plan.proposed && (!plan.in_force || plan.draft_differs))
    .map((plan) => (
      <Link key={plan.id} to="/plan/$year" params={{ year: String(plan.year) }} hash="agreement">
        {plan.missing.length > 0
          ? `Complete the draft of plan ${plan.label}: ${plan.missing.length} missing`
          : `Propose plan ${plan.label}${plan.in_force ? ': the draft differs from what is in force' : ''}`}
      </Link>
    ));
}

export function Waiting({ plans }: { plans: readonly PlanEntry[] }) {
  const both = waitsForBoth(plans);
  const list = (side: BothSides) => {
    const waiting = [...waitsFor(side, plans), ...both];
    if (waiting.length === 0) return <p className={classes.nothing}>Nothing waits.</p>;
    return (
      <ul className={classes.waiting}>
        {waiting.map((what, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew each time
          <li key={place}>{what}</li>
        ))}
      </ul>
    );
  };
  return (
    <Section id="waiting" title="What waits for whom">
      <SidePair sales={list('sales')} marketing={list('marketing')} />
    </Section>
  );
}
