/** The seal of the year's plan, large, with what it stands for in words: who signed, when, and how the draft differs. */
import type { ReactNode } from 'react';
import type { PlanRow } from '../../api';
import { ButtonLink, Seal, type Side, SideMark, standingSeal, useFormats } from '../../shared';
import { usePlanOf } from '../../shared/plans';
import type { FiscalYear } from '../../shared/room';
import classes from './YearSeal.module.css';

export function YearSeal({ year }: { year: FiscalYear }) {
  const plan = usePlanOf(year.year);
  if (!plan) return null;
  return (
    <section className={classes.year} aria-label={`Plan ${plan.label}`}>
      <Seal {...standingSeal(plan)} size={112} of={`Plan ${plan.label}`} />
      <div>
        <h2 className={classes.title}>{headline(plan)}</h2>
        <Signed plan={plan} />
        <div className={classes.actions}>
          <ButtonLink variant="filled" to="/plan/$year" params={{ year: String(plan.year) }}>
            Open the plan
          </ButtonLink>
          <span className="soft">{aside(plan)}</span>
        </div>
      </div>
    </section>
  );
}

function headline(plan: PlanRow): string {
  if (plan.proposed) return `Plan ${plan.label} is proposed and waits for signatures`;
  if (plan.in_force) return `Plan ${plan.label} is in force`;
  return `Plan ${plan.label} is a draft`;
}

function aside(plan: PlanRow): ReactNode {
  const missing = plan.missing.length;
  if (plan.proposed)
    return plan.in_force ? `Version ${plan.in_force.version} holds until both have signed.` : null;
  if (plan.in_force) return plan.draft_differs ? 'The draft says something else by now.' : null;
  if (missing > 0)
    return `${missing} ${missing === 1 ? 'thing is' : 'things are'} missing before it can be proposed.`;
  return 'It is complete and can be proposed.';
}

/** Each side's signature, or its place. */
function Signed({ plan }: { plan: PlanRow }) {
  const version = plan.proposed ?? plan.in_force;
  const { day, instant } = useFormats();
  const line = (side: Side, name: string) => {
    const signature = version?.signatures.find((given) => given.side === side);
    return (
      <li>
        <SideMark side={side} />
        {signature
          ? `${signature.name}, ${signature.role || name}, signed on ${day(signature.signed_at)}`
          : `${name} has not signed`}
      </li>
    );
  };
  if (!version) return <p className={classes.signed}>Nobody has signed yet; both sides may edit.</p>;
  return (
    <>
      <ul className={classes.signatures}>
        {line('sales', 'Sales')}
        {line('marketing', 'Marketing')}
      </ul>
      <p className={classes.signed}>
        {plan.proposed
          ? `Proposed by ${plan.proposed.proposed_by} on ${instant(plan.proposed.proposed_at)}.`
          : version.in_force_since &&
            `Version ${version.version}, in force since ${day(version.in_force_since)}.`}
        {version.one_person && ' One person does both jobs and signed for both sides.'}
      </p>
    </>
  );
}
