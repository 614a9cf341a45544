/** What every workspace has, whatever its rooms, and hands the page as a room: people, settings, the guide. */
import { IconHelp, IconUsers } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { NavFoot, NavPlace } from '../shared';
import type { Room } from '../shared/room';
import { root } from '../shared/root';

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/people',
    component: lazyRouteComponent(() => import('../people/PeoplePage'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help',
    component: lazyRouteComponent(() => import('../help/HelpPage'), 'HelpPage'),
  }),
];

export const workspace: Room<typeof routes> = {
  name: 'workspace',
  routes,
  Navigation: () => (
    <NavFoot>
      <NavPlace to="/people" icon={IconUsers}>
        People and settings
      </NavPlace>
      <NavPlace to="/help" icon={IconHelp}>
        Guide
      </NavPlace>
    </NavFoot>
  ),
  useCommands: ({ navigate }) => [
    {
      id: 'go-people',
      menu: 'view',
      name: 'People and settings',
      group: 'Go to',
      keys: ['mod+,'],
      words: 'company currency backups language',
      run: () => void navigate({ to: '/people' }),
    },
  ],
  hits: { label: 'People', kind: 'Person', open: (_, navigate) => void navigate({ to: '/people' }) },
  fieldNames: () => import('./fieldNames'),
};
