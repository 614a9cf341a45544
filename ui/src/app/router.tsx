/** The places of the window and their addresses. The address stands behind a #, so it works from any scheme. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { asCallError } from '../api';
import { HelpPage } from '../help';
import { HomePage } from '../home/HomePage';
import { asFunnelPlace, asImportPlace, asLedgerPlace } from '../leads/places';
import { PeoplePage } from '../people';
import { Broken } from './Broken';
import { Frame } from './Frame';
import { NotHere } from './NotHere';

/** The pages of these rooms are loaded when somebody goes there: the first screen does not wait for them. */
const planRoom = () => import('../plan');
const definitionRoom = () => import('../definition');
const leadsRoom = () => import('../leads');

const root = createRootRoute({ component: Frame, notFoundComponent: NotHere });
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
const people = createRoute({ getParentRoute: () => root, path: '/people', component: PeoplePage });
const help = createRoute({ getParentRoute: () => root, path: '/help', component: HelpPage });
const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan/$year',
  component: lazyRouteComponent(planRoom, 'PlanPage'),
});
const session = createRoute({
  getParentRoute: () => root,
  path: '/plan/$year/session',
  component: lazyRouteComponent(planRoom, 'SessionPage'),
});
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  component: lazyRouteComponent(planRoom, 'ComparePage'),
});

const definition = createRoute({
  getParentRoute: () => root,
  path: '/definition',
  component: lazyRouteComponent(definitionRoom, 'DefinitionPage'),
});

const leads = createRoute({
  getParentRoute: () => root,
  path: '/leads',
  component: lazyRouteComponent(leadsRoom, 'LeadsPage'),
});
const importing = createRoute({
  getParentRoute: () => root,
  path: '/leads/import',
  validateSearch: asImportPlace,
  component: lazyRouteComponent(leadsRoom, 'ImportPage'),
});
const ledger = createRoute({
  getParentRoute: () => root,
  path: '/leads/ledger',
  validateSearch: asLedgerPlace,
  component: lazyRouteComponent(leadsRoom, 'LedgerPage'),
});
const funnel = createRoute({
  getParentRoute: () => root,
  path: '/leads/funnel',
  validateSearch: asFunnelPlace,
  component: lazyRouteComponent(leadsRoom, 'FunnelPage'),
});
const lost = createRoute({
  getParentRoute: () => root,
  path: '/leads/lost',
  validateSearch: asFunnelPlace,
  component: lazyRouteComponent(leadsRoom, 'LostPage'),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/leads/imports',
  component: lazyRouteComponent(leadsRoom, 'ImportsPage'),
});

const sources = createRoute({
  getParentRoute: () => root,
  path: '/leads/sources',
  component: lazyRouteComponent(leadsRoom, 'SourcesPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    people,
    help,
    plan,
    session,
    compare,
    definition,
    leads,
    importing,
    ledger,
    funnel,
    lost,
    imports,
    sources,
  ]),
  history: createHashHistory(),
  defaultPreload: false,
  defaultErrorComponent: ({ error }) => <Broken error={asCallError(error)} />,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
