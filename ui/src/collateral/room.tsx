/** What the room of the collateral hands the page. */
import { createRoute, Link, lazyRouteComponent } from '@tanstack/react-router';
import type { Room } from '../shared/room';
import { root } from '../shared/root';
import { CollateralNavigation } from './CollateralNavigation';
import { asLibraryPlace, asMatrixPlace, asUsagePlace } from './places';

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
  createRoute({
    getParentRoute: () => root,
    path: '/collateral/matrix',
    validateSearch: asMatrixPlace,
    component: lazyRouteComponent(pages, 'MatrixPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/collateral/requests',
    component: lazyRouteComponent(pages, 'RequestsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/collateral/use',
    validateSearch: asUsagePlace,
    component: lazyRouteComponent(pages, 'UsagePage'),
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
      name: 'Approve collateral',
      group: 'Go to',
      words: 'review collateral pieces send back',
      run: () => void navigate({ to: '/collateral/review' }),
    },
    {
      id: 'go-content-matrix',
      menu: 'view',
      name: 'Content matrix',
      group: 'Go to',
      words: 'collateral persona phase needs gaps coverage',
      run: () => void navigate({ to: '/collateral/matrix', search: {} }),
    },
    {
      id: 'go-collateral-requests',
      name: 'Requests for collateral',
      group: 'Go to',
      words: 'ask piece missing generic wrong home-made shorter',
      run: () => void navigate({ to: '/collateral/requests' }),
    },
    {
      id: 'go-collateral-use',
      name: 'Collateral in use',
      group: 'Go to',
      words: 'use deals ease rating moved never used',
      run: () => void navigate({ to: '/collateral/use', search: {} }),
    },
  ],
  hits: {
    label: 'In the library',
    open: ({ id }, navigate) => void navigate({ to: '/collateral', search: { piece: id, shelf: 'all' } }),
  },
  WaitingLink: ({ to: { task, words } }) => {
    if (task === 'review') return <Link to="/collateral/review">{words}</Link>;
    if (task === 'answer') return <Link to="/collateral/requests">{words}</Link>;
    if (task === 'rate') {
      return (
        <Link to="/collateral/use" search={{ shelf: 'unrated' }}>
          {words}
        </Link>
      );
    }
    return (
      <Link to="/collateral" search={{ shelf: 'stale' }}>
        {words}
      </Link>
    );
  },
  PromiseLink: ({ to: { id, words } }) => (
    <Link to="/collateral/requests" hash={id}>
      {words}
    </Link>
  ),
  fieldNames: () => import('./fieldNames'),
};
