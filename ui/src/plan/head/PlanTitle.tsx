/** The title of the page: the seal, the fiscal year, and where the plan stands. */
import type { PlanView } from '../../api';
import { Seal, useFormats } from '../../shared';
import classes from './Head.module.css';

/** Returns the version the page's seal is about: the one that is read, the one that waits, or the one in force. */
function versionOf({ version, agreement }: PlanView) {
  if (version !== null) return agreement.versions.find((known) => known.version === version) ?? null;
  return agreement.proposed ?? agreement.in_force;
}

export function PlanTitle({ view }: { view: PlanView }) {
  const version = versionOf(view);
  const signed = (side: 'sales' | 'marketing') =>
    version?.signatures.some((signature) => signature.side === side) ?? false;
  const closed = version?.state === 'in_force' || version?.state === 'superseded';
  return (
    <span className={classes.title}>
      <Seal
        size={40}
        sales={signed('sales')}
        marketing={signed('marketing')}
        state={closed ? (version.state as 'in_force' | 'superseded') : 'open'}
        of={`Plan ${view.label}`}
      />
      Plan {view.label}
    </span>
  );
}

export function PlanLead({ view }: { view: PlanView }) {
  const { day } = useFormats();
  return (
    <>
      {day(view.first_day)} to {day(view.last_day)}
      <span className={classes.dot} aria-hidden>
        ·
      </span>
      {standing(view, day)}
    </>
  );
}

function standing({ version, agreement }: PlanView, day: (iso: string) => string): string {
  const { in_force: inForce, proposed, differences, next_version: next } = agreement;
  if (version !== null) return `Version ${version}, as it was signed`;
  if (proposed) return `Version ${proposed.version} is proposed and waits for signatures`;
  if (!inForce) return 'Draft, nothing is agreed yet';
  const since = inForce.in_force_since ? ` since ${day(inForce.in_force_since)}` : '';
  const draft = differences.length > 0 ? `; this is the draft of version ${next}` : '';
  return `Version ${inForce.version} in force${since}${draft}`;
}
