/** The left side: the places there are, and the year's plans with their seals. */

import {
  IconColumns3,
  IconCompass,
  IconFileImport,
  IconFilter,
  IconGauge,
  IconHelp,
  IconHourglassEmpty,
  IconListDetails,
  IconTags,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDefinition } from '../home/definition';
import { type PlanEntry, planSeal, standing, usePlans } from '../home/plans';
import { Seal } from '../shared';
import classes from './Navigation.module.css';

function Place({
  to,
  icon,
  children,
}: {
  to:
    | '/'
    | '/compare'
    | '/leads'
    | '/leads/ledger'
    | '/leads/funnel'
    | '/leads/lost'
    | '/leads/imports'
    | '/leads/sources'
    | '/people'
    | '/help';
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <Link
      to={to}
      className={classes.place}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      {icon}
      {children}
    </Link>
  );
}

export function Navigation() {
  const plans = usePlans();
  return (
    <nav className={classes.nav} aria-label="Places">
      <div className={classes.mark}>
        <Seal sales marketing state="in_force" size={26} />
        <span>Lockstep</span>
      </div>
      <Place to="/" icon={<IconCompass size={18} aria-hidden />}>
        Where we stand
      </Place>
      {plans.length > 0 && (
        <>
          <h2 className={classes.group} id="nav-plans">
            Plan
          </h2>
          <ul className={classes.plans} aria-labelledby="nav-plans">
            {plans.map((plan) => (
              <li key={plan.id}>
                <YearLink plan={plan} />
              </li>
            ))}
          </ul>
          <Place to="/compare" icon={<IconColumns3 size={18} aria-hidden />}>
            All years
          </Place>
        </>
      )}
      <div className={classes.apart}>
        <DefinitionLink />
      </div>
      <h2 className={classes.group}>Leads</h2>
      <Place to="/leads" icon={<IconGauge size={18} aria-hidden />}>
        At a glance
      </Place>
      <Place to="/leads/ledger" icon={<IconListDetails size={18} aria-hidden />}>
        Ledger
      </Place>
      <Place to="/leads/funnel" icon={<IconFilter size={18} aria-hidden />}>
        Funnel
      </Place>
      <Place to="/leads/lost" icon={<IconHourglassEmpty size={18} aria-hidden />}>
        Lost and ignored
      </Place>
      <Place to="/leads/imports" icon={<IconFileImport size={18} aria-hidden />}>
        Imports
      </Place>
      <Place to="/leads/sources" icon={<IconTags size={18} aria-hidden />}>
        Sources and spellings
      </Place>
      <div className={classes.foot}>
        <Place to="/people" icon={<IconUsers size={18} aria-hidden />}>
          People and settings
        </Place>
        <Place to="/help" icon={<IconHelp size={18} aria-hidden />}>
          Guide
        </Place>
      </div>
    </nav>
  );
}

/** The definition of a qualified lead, with its seal and version. */
function DefinitionLink() {
  const definition = useDefinition();
  return (
    <Link
      to="/definition"
      className={classes.place}
      activeOptions={{ includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <Seal {...planSeal(definition?.agreement ?? none)} size={18} />
      <span>Qualified lead</span>
      {definition && (
        <span className={classes.version}>{standing(definition.agreement).replace('version ', 'v')}</span>
      )}
    </Link>
  );
}

const none = { proposed: null, in_force: null };

function YearLink({ plan }: { plan: PlanEntry }) {
  return (
    <Link
      to="/plan/$year"
      params={{ year: String(plan.year) }}
      className={classes.place}
      activeProps={{ 'aria-current': 'page' }}
    >
      <Seal {...planSeal(plan)} size={18} />
      <span>{plan.label}</span>
      <span className={classes.version}>{standing(plan)}</span>
    </Link>
  );
}
