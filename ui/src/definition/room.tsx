/** What the room of the qualified lead hands the page. */
import { createRoute, Link, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { Room } from '../shared/room';
import { root } from '../shared/root';
import { DefinitionNavigation } from './DefinitionNavigation';
import { BegunDefinition, DefinitionSeal } from './home/DefinitionSeal';
import { asPromisesPlace } from './promises/place';

/** Comes after the first screen, for it asks something of its own. */
const PromisesBySide = lazy(() =>
  import('./promises/PromisesBySide').then((it) => ({ default: it.PromisesBySide })),
);

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/definition',
    component: lazyRouteComponent(() => import('./index'), 'DefinitionPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/promises',
    validateSearch: asPromisesPlace,
    component: lazyRouteComponent(() => import('./index'), 'PromisesPage'),
  }),
];

export const definition: Room<typeof routes> = {
  name: 'definition',
  routes,
  Navigation: DefinitionNavigation,
  commandGroup: 'Qualified lead',
  useCommands: ({ navigate }) => [
    {
      id: 'go-definition',
      menu: 'view',
      name: 'Qualified lead',
      group: 'Go to',
      words: 'definition criteria verdict back-test',
      run: () => void navigate({ to: '/definition' }),
    },
    {
      id: 'go-promises',
      name: 'Promises',
      group: 'Go to',
      words: 'kept late overdue sla both sides follow-up',
      run: () => void navigate({ to: '/promises' }),
    },
  ],
  hits: {
    label: 'In the definition of a qualified lead',
    open: ({ section }, navigate) => void navigate({ to: '/definition', hash: section.replaceAll('_', '-') }),
  },
  WaitingLink: ({ to: { words } }) => (
    <Link to="/definition" hash="agreement">
      {words}
    </Link>
  ),
  home: [
    { id: 'definition', order: 20, Card: DefinitionSeal, BeforePlan: BegunDefinition },
    { id: 'promises', order: 50, Card: PromisesBySide },
  ],
  firstQuestions: [['open_definition', {}]],
  fieldNames: () => import('./fieldNames'),
};
