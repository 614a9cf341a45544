/** What happened to a lead, in the order of a lead's life. What the exports do not say is said to be missing. */
import type { ReactNode } from 'react';
import type { LeadView, Opportunity } from '../../api';
import { Day, reasonNames, useFormats } from '../../shared';
import { decisionNames, outcomeNames, stageNames } from '../words';
import classes from './Lead.module.css';

export function Life({ view }: { view: LeadView }) {
  const { lead, decision } = view;
  const { number } = useFormats();
  const touches = lead.touches ?? 0;
  return (
    <ol className={classes.life}>
      <Step when={lead.created_on} what="It came in">
        {lead.source ? `from ${lead.source}` : 'its source is missing'}
        {lead.campaign && `, campaign “${lead.campaign}”`}
      </Step>
      {lead.handed_over_on && <Step when={lead.handed_over_on} what="Marketing handed it over" />}
      {(lead.first_touch_on || touches > 0) && (
        <Step when={lead.first_touch_on} what="Somebody got in touch">
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
      <Step
        when={lead.decided_on}
        what={
          decision === 'undecided'
            ? 'Sales has not decided yet'
            : `Sales said: ${decisionNames[decision].toLowerCase()}`
        }
      >
        {lead.reason && reasonNames[lead.reason]}
        {lead.reason_said &&
          lead.reason &&
          lead.reason_said !== reasonNames[lead.reason] &&
          `, the file says “${lead.reason_said}”`}
        {lead.reason_note && <span className={classes.note}>“{lead.reason_note}”</span>}
      </Step>
      {lead.wake_up_on && <Step when={lead.wake_up_on} what="It is looked at again" />}
      {view.opportunities.map((opportunity) => (
        <OfOpportunity key={opportunity.id} opportunity={opportunity} />
      ))}
    </ol>
  );
}

function OfOpportunity({ opportunity: deal }: { opportunity: Opportunity }) {
  const { money, day } = useFormats();
  const ended = deal.outcome === 'won' || deal.outcome === 'lost';
  return (
    <Step when={deal.created_on} what={deal.name ? `It became “${deal.name}”` : 'It became an opportunity'}>
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

function Step({ when, what, children }: { when?: string | null; what: string; children?: ReactNode }) {
  return (
    <li>
      <span className={classes.when}>{when ? <Day value={when} /> : null}</span>
      <span>
        <span className={classes.what}>{what}</span>
        {children && <span className={classes.more}>{children}</span>}
      </span>
    </li>
  );
}
