/** The plan, as the parts of an agreement take it. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PlanView } from '../../api';
import type { Agreed } from '../../shared';
import { PlanExport } from './PlanExport';

export function agreedPlan(view: PlanView): Agreed {
  return {
    kind: 'plan',
    subject: view.plan.id,
    title: `Plan ${view.label}`,
    noun: 'plan',
    agreement: view.agreement,
    version: view.version,
    onePersonDoesBoth: view.company.one_person_does_both,
    missing: view.missing,
    link: (version, words) => (
      <Anchor
        renderRoot={(props) => (
          <Link
            to="/plan/$year"
            params={{ year: String(view.plan.year) }}
            search={version === null ? {} : { version }}
            {...props}
          />
        )}
      >
        {words}
      </Anchor>
    ),
    exportMenu: (version) => <PlanExport view={view} version={version} />,
  };
}
