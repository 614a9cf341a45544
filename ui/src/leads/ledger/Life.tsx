/** What happened to a lead, in the order of a lead's life. What the exports do not say is said to be missing. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LeadView, Opportunity } from '../../api';
import { Day, reasonNames, useFormats } from '../../shared';
import { decisionNames, outcomeNames, stageNames } from '../words';
import classes from './Lead.module.css';

export function Life({ view }: { view: LeadView }) {
  const { lead } = view;
  const { number } = useFormats();
  const touches = lead.touches ?? 0;
  const of = (when: string | null) => ({ when, cameIn: lead.created_on });
  return (
    <ol className={classes.life}>
      <Step when={lead.created_on} what="It came in">
        {lead.source ? `from ${lead.source}` : 'its source is missing'}
        {lead.campaign && `, campaign “${lead.campaign}”`}
      </Step>
      {lead.handed_over_on && <Step {...of(lead.handed_over_on)} what="Marketing handed it over" />}
      {(lead.first_touch_on || touches > 0) && (
        <Step {...of(lead.first_touch_on)} what="Somebody got in touch">
          {touches > 0 && `${number(touches)} ${touches === 1 ? 'touch' : 'touches'} in all`}
        </Step>
      )}
      {lead.stage && (
        <Step what={`It stands at “${stageNames[lead.stage]}”`}>
          {lead.stage_said &&
            lead.stage_said !== stageNames[lead.stage] &&
            `the file says “${lead.stage_said}”`}
        </Step>
      )}
      {!lead.stage && lead.stage_said && (
        <Step what={`The file says “${lead.stage_said}”`}>
          and nothing that tells how sales stands with it
        </Step>
      )}
      <Step {...of(lead.decided_on)} what={decided(view)}>
        {lead.reason && reasonNames[lead.reason]}
        {lead.reason_said &&
          lead.reason_said !== (lead.reason && reasonNames[lead.reason]) &&
          `${lead.reason ? ', the' : 'the'} file says “${lead.reason_said}”`}
        {lead.reason_note && <span className={classes.note}>“{lead.reason_note}”</span>}
      </Step>
      {lead.wake_up_on && <Step when={lead.wake_up_on} what="It is looked at again" />}
      {view.opportunities.map((opportunity) => (
        <OfOpportunity key={opportunity.id} opportunity={opportunity} cameIn={lead.created_on} />
      ))}
    </ol>
  );
}

/** Says what sales decided, or what stands in its place. */
function decided({ lead, state, decision, opportunities }: LeadView): string {
  if (decision === 'undecided') {
    if (state === 'unknown') return 'What sales decided is not known';
    if (state === 'disqualified' || state === 'abandoned' || state === 'recycled')
      return 'Closed out; sales neither accepted nor rejected it';
    return 'Sales has not decided yet';
  }
  const wasSaid =
    decision === 'rejected' ||
    lead.accepted === 'accepted' ||
    lead.stage === 'accepted' ||
    opportunities.some((deal) => deal.accepted === 'accepted');
  return wasSaid
    ? `Sales said: ${decisionNames[decision].toLowerCase()}`
    : 'It counts as accepted: sales opened an opportunity';
}

interface OfOpportunityProps {
  opportunity: Opportunity;
  cameIn: string | null;
}

function OfOpportunity({ opportunity: deal, cameIn }: OfOpportunityProps) {
  const { money, day } = useFormats();
  const ended = deal.outcome === 'won' || deal.outcome === 'lost';
  return (
    <Step
      when={deal.created_on}
      cameIn={cameIn}
      what={deal.name ? `It became “${deal.name}”` : 'It became an opportunity'}
    >
      {[
        deal.value !== null && money(deal.value),
        deal.outcome && outcomeNames[deal.outcome].toLowerCase(),
        ended && deal.closed_on && `on ${day(deal.closed_on)}`,
        deal.lost_reason,
      ]
        .filter(Boolean)
        .join(', ')}
    </Step>
  );
}

interface StepProps {
  when?: string | null;
  /** The day on which the lead came in: whatever happened to it is later. */
  cameIn?: string | null;
  what: string;
  children?: ReactNode;
}

function Step({ when, cameIn, what, children }: StepProps) {
  const isEarly = when && cameIn && when < cameIn;
  return (
    <li>
      <span className={classes.when}>{when ? <Day value={when} /> : null}</span>
      <span>
        <span className={classes.what}>{what}</span>
        {children && <span className={classes.more}>{children}</span>}
        {isEarly && (
          <span className={classes.early}>
            <IconAlertTriangle size={15} aria-hidden />
            This lies before the day on which the lead came in. One of the two days may be wrong.
          </span>
        )}
      </span>
    </li>
  );
}
