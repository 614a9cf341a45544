/** What the room of the leads hands the page. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { asCallError, call, tellError } from '../api';
import type { UiCommand } from '../shared/commands/commands';
import type { Navigate, Room } from '../shared/room';
import { root } from '../shared/root';
import { removeImported } from './import/anew';
import { LeadsNavigation } from './LeadsNavigation';
import { asFunnelPlace, asImportPlace, asLedgerPlace } from './places';

/** The pages are loaded when somebody goes there. */
const pages = () => import('./index');

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/leads',
    component: lazyRouteComponent(pages, 'LeadsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/leads/import',
    validateSearch: asImportPlace,
    component: lazyRouteComponent(pages, 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/leads/ledger',
    validateSearch: asLedgerPlace,
    component: lazyRouteComponent(pages, 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/leads/funnel',
    validateSearch: asFunnelPlace,
    component: lazyRouteComponent(pages, 'FunnelPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/leads/lost',
    validateSearch: asFunnelPlace,
    component: lazyRouteComponent(pages, 'LostPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/leads/imports',
    component: lazyRouteComponent(pages, 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/leads/sources',
    component: lazyRouteComponent(pages, 'SourcesPage'),
  }),
];

export const leads: Room<typeof routes> = {
  name: 'leads',
  routes,
  Navigation: LeadsNavigation,
  commandGroup: 'Leads',
  useCommands: ({ navigate }) => commands(navigate),
  hits: {
    label: 'Among the leads',
    kind: 'Lead',
    open: ({ id, section }, navigate, text) => {
      if (section === 'views') void openView(id, navigate);
      else void navigate({ to: '/leads/ledger', search: { text, lead: id } });
    },
  },
  openArrivedFiles: (navigate) => void navigate({ to: '/leads/import', search: {} }),
  fieldNames: () => import('./fieldNames'),
};

/** Opens the ledger as somebody saved it. */
async function openView(id: string, navigate: Navigate) {
  try {
    const view = (await call('list_lead_views', {})).find((known) => known.id === id);
    if (view) void navigate({ to: '/leads/ledger', search: asLedgerPlace(view.leads) });
  } catch (error) {
    tellError(asCallError(error));
  }
}

const commands = (navigate: Navigate): UiCommand[] => [
  {
    id: 'go-leads',
    menu: 'view',
    name: 'Leads',
    group: 'Go to',
    keys: ['mod+L'],
    words: 'at a glance acceptance sources',
    run: () => void navigate({ to: '/leads' }),
  },
  {
    id: 'go-ledger',
    name: 'Ledger of leads',
    group: 'Go to',
    words: 'list search lead',
    run: () => void navigate({ to: '/leads/ledger', search: {} }),
  },
  {
    id: 'go-funnel',
    name: 'Funnel by source',
    group: 'Go to',
    words: 'conversion campaign owner cost',
    run: () => void navigate({ to: '/leads/funnel', search: {} }),
  },
  {
    id: 'go-lost',
    name: 'Lost and ignored leads',
    group: 'Go to',
    words: 'untouched abandoned',
    run: () => void navigate({ to: '/leads/lost', search: {} }),
  },
  {
    id: 'go-imports',
    name: 'Imports',
    group: 'Go to',
    words: 'files taken in take back',
    run: () => void navigate({ to: '/leads/imports' }),
  },
  {
    id: 'go-sources',
    name: 'Sources and spellings',
    group: 'Go to',
    words: 'marketing sourced merge duplicate names campaign owner',
    run: () => void navigate({ to: '/leads/sources' }),
  },
  {
    id: 'take-in-leads',
    menu: 'file',
    name: 'Take in leads…',
    group: 'Leads',
    keys: ['mod+I'],
    words: 'import csv xlsx crm export opportunities costs file',
    run: () => {
      void removeImported();
      void navigate({ to: '/leads/import', search: {} });
    },
  },
];
