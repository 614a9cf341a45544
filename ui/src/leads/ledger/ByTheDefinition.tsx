/** What a lead was by the definition that both sides had signed when it was handed over. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Judgement, type LeadView, useAsk } from '../../api';
import { useFormats, VerdictMark } from '../../shared';
import classes from './Lead.module.css';

export function ByTheDefinition({ view }: { view: LeadView }) {
  return (
    <section aria-labelledby="by-the-definition">
      <h3 id="by-the-definition">By the definition</h3>
      {view.judgement ? <Judged judgement={view.judgement} /> : <NotJudged lead={view.lead} />}
    </section>
  );
}

function Judged({ judgement }: { judgement: Judgement }) {
  const { instant } = useFormats();
  return (
    <>
      <p className={classes.verdict}>
        <VerdictMark verdict={judgement.verdict} />
      </p>
      <p className={classes.because}>{judgement.because}</p>
      <p className="soft small">
        By{' '}
        <Link to="/definition" search={{ version: judgement.version }} className={classes.link}>
          version {judgement.version}
        </Link>
        , judged {instant(judgement.judged_at)}. It stays, whatever is learned of the lead later.
      </p>
    </>
  );
}

/** Says why there is no verdict, and what would bring one to the leads that are still to come. */
function NotJudged({ lead }: Pick<LeadView, 'lead'>) {
  const definition = useAsk('open_definition', {});
  const inForce = definition.data?.agreement.in_force;
  const { day } = useFormats();
  if (!lead.handed_over_on && !lead.created_on)
    return (
      <p className="soft">
        No file says on which day it came in, so nobody can tell which definition was in force. With the next
        export that has the day, it gets its verdict.
      </p>
    );
  return (
    <p className="soft">
      No definition was in force when it was handed over, so there is no verdict on it.{' '}
      {definition.data === undefined ? null : inForce ? (
        <>
          Leads that are handed over
          {inForce.in_force_since && ` from ${day(inForce.in_force_since)} on`} get one, by{' '}
          <DefinitionLink>version {inForce.version}</DefinitionLink>.
        </>
      ) : (
        <>
          As soon as both sides have signed <DefinitionLink>what a qualified lead is</DefinitionLink>, every
          lead that is handed over gets one.
        </>
      )}
    </p>
  );
}

function DefinitionLink({ children }: { children: ReactNode }) {
  return (
    <Link to="/definition" className={classes.link}>
      {children}
    </Link>
  );
}
