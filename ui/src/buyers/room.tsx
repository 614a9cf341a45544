/** What the room of the buyers hands the page. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Room } from '../shared/room';
import { root } from '../shared/root';
import { BuyersNavigation } from './BuyersNavigation';
import { asBuyersPlace } from './places';

/** The pages are loaded when somebody goes there. */
const pages = () => import('./index');

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/buyers',
    validateSearch: asBuyersPlace,
    component: lazyRouteComponent(pages, 'BuyersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/buyers/in-common',
    component: lazyRouteComponent(pages, 'InCommonPage'),
  }),
];

export const buyers: Room<typeof routes> = {
  name: 'buyers',
  routes,
  Navigation: BuyersNavigation,
  commandGroup: 'Buyers',
  useCommands: ({ navigate }) => [
    {
      id: 'go-buyers',
      menu: 'view',
      name: 'Personas and phases',
      group: 'Go to',
      words: 'buyers buying cycle journey needs touchpoints triggers stoppers',
      run: () => void navigate({ to: '/buyers', search: {} }),
    },
    {
      id: 'go-in-common',
      name: 'What the market has in common',
      group: 'Go to',
      words: 'buyers personas shared insights',
      run: () => void navigate({ to: '/buyers/in-common' }),
    },
  ],
  hits: {
    label: 'Among the buyers',
    open: ({ section, id }, navigate) => {
      const search = section === 'persona' ? { persona: id } : section === 'insights' ? { insight: id } : {};
      void navigate({ to: '/buyers', search, hash: section === 'persona' ? 'persona' : id });
    },
  },
  fieldNames: () => import('./fieldNames'),
};
