/** What the room of the collateral hands the page. */
import { createRoute, Link, lazyRouteComponent } from '@tanstack/react-router';
import type { Room } from '../shared/room';
import { root } from '../shared/root';
import { CollateralNavigation } from './CollateralNavigation';
import { asLibraryPlace } from './places';

const pages = () => import('./index');

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/collateral',
    validateSearch: asLibraryPlace,
    component: lazyRouteComponent(pages, 'LibraryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/collateral/review',
    component: lazyRouteComponent(pages, 'ReviewPage'),
  }),
];

export const collateral: Room<typeof routes> = {
  name: 'collateral',
  routes,
  Navigation: CollateralNavigation,
  commandGroup: 'Collateral',
  useCommands: ({ navigate }) => [
    {
      id: 'go-library',
      menu: 'view',
      name: 'Library',
      group: 'Go to',
      words: 'collateral library pieces datasheet deck brochure case study find',
      run: () => void navigate({ to: '/collateral', search: {} }),
    },
    {
      id: 'go-collateral-review',
      name: 'Review collateral',
      group: 'Go to',
      words: 'approve collateral pieces send back',
      run: () => void navigate({ to: '/collateral/review' }),
    },
  ],
  hits: {
    label: 'In the library',
    open: ({ id }, navigate) => void navigate({ to: '/collateral', search: { piece: id, shelf: 'all' } }),
  },
  WaitingLink: ({ to: { task, words } }) =>
    task === 'review' ? (
      <Link to="/collateral/review">{words}</Link>
    ) : (
      <Link to="/collateral" search={{ shelf: 'stale' }}>
        {words}
      </Link>
    ),
  fieldNames: () => import('./fieldNames'),
};
