/** What the room of walk-throughs hands the page. */
import { createRoute, Link, lazyRouteComponent } from '@tanstack/react-router';
import type { Room } from '../shared/room';
import { root } from '../shared/root';
import { WalkThroughNavigation } from './WalkThroughNavigation';

/** The pages are loaded when somebody goes there. */
const pages = () => import('./index');

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/walk-through',
    component: lazyRouteComponent(pages, 'WalkThroughsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/walk-through/$walk',
    component: lazyRouteComponent(pages, 'WalkThroughPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/walk-through/$walk/session',
    component: lazyRouteComponent(pages, 'WalkThroughSessionPage'),
    staticData: { wholeWindow: true },
  }),
];

export const walkThrough: Room<typeof routes> = {
  name: 'walk_through',
  routes,
  Navigation: WalkThroughNavigation,
  commandGroup: 'Walk-throughs',
  useCommands: ({ navigate }) => [
    {
      id: 'go-walk-throughs',
      menu: 'view',
      name: 'Walk-throughs',
      group: 'Go to',
      words: 'sale sales process presentation steps fixes mend',
      run: () => void navigate({ to: '/walk-through' }),
    },
  ],
  hits: {
    label: 'In the walk-throughs',
    open: ({ section, id }, navigate) =>
      void navigate({ to: '/walk-through/$walk', params: { walk: section }, hash: id }),
  },
  WaitingLink: ({ to: { task, words } }) => (
    <Link to="/walk-through" hash={task === 'fix' ? 'fixes' : undefined}>
      {words}
    </Link>
  ),
  fieldNames: () => import('./fieldNames'),
};
