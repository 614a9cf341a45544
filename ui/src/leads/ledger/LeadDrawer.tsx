/** One lead and its life, at the side of the ledger. */
import { Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type LeadView, leaveAnd, useAct, useAsk } from '../../api';
import { TextField, useFormats } from '../../shared';
import { nameOf } from '../words';
import { ByTheDefinition } from './ByTheDefinition';
import { Decide } from './Decide';
import classes from './Lead.module.css';
import { Life } from './Life';

export function LeadDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const view = useAsk('open_lead', { id: id ?? '' }, { enabled: id !== undefined });
  const lead = view.data?.lead;
  return (
    <Drawer
      opened={id !== undefined}
      onClose={() => leaveAnd(onClose)}
      size="32rem"
      title={lead ? nameOf(lead) : view.isError ? 'This lead is not here any more' : 'Lead'}
    >
      {view.isError && (
        <p role="alert">
          {view.error.message} {view.error.hint}
        </p>
      )}
      {view.data && <LeadBody view={view.data} />}
    </Drawer>
  );
}

function LeadBody({ view }: { view: LeadView }) {
  const { lead } = view;
  const edit = useAct('edit_lead');
  const who: [string, string | null][] = [
    ['Company', lead.company],
    ['Job title', lead.title],
    ['E-mail', lead.email],
    ['Phone', lead.phone],
    ['Owner', lead.owner],
    ['Campaign', lead.campaign],
    ['Id in the CRM', lead.external_id],
  ];
  return (
    <div className={classes.lead}>
      <Decide view={view} key={lead.id} />
      <ByTheDefinition view={view} />
      <section aria-labelledby="life">
        <h3 id="life">Its life</h3>
        <Life view={view} />
      </section>
      <section aria-labelledby="who">
        <h3 id="who">Who it is</h3>
        <TextField
          key={lead.id}
          label="Lead source"
          value={lead.source ?? ''}
          placeholder="the original channel"
          save={(source) => edit.attempt({ id: lead.id, change: { source: source.trim() || null } })}
        />
        <Facts facts={who.flatMap(([name, value]) => (value ? [[name, value]] : []))} />
      </section>
      <Attributes attributes={lead.attributes} />
      <p className="soft small">
        From “{view.import.file_name}”, see{' '}
        <Link to="/leads/imports" className={classes.link}>
          the imports
        </Link>
        .
      </p>
    </div>
  );
}

function Attributes({ attributes }: { attributes: LeadView['lead']['attributes'] }) {
  const { number } = useFormats();
  const shown = (value: string | number | boolean) => {
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    return typeof value === 'number' ? number(value, 4) : value;
  };
  const facts = Object.entries(attributes).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === '' ? [] : [[name, shown(value)]],
  );
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="attributes">
      <h3 id="attributes">What else the file says</h3>
      <Facts facts={facts} />
    </section>
  );
}

function Facts({ facts }: { facts: readonly (readonly string[])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
