/** A room that only tests have: everything that a room can hand the page. */
import { createRoute, Link, lazyRouteComponent } from '@tanstack/react-router';
import { NavApart, NavPlace } from '../../shared';
import { later } from '../../shared/later';
import type { DialogProps, Room } from '../../shared/room';
import { root } from '../../shared/root';

const page = lazyRouteComponent(() => import('./BoothsPage'), 'BoothsPage');

const routes = [
  createRoute({ getParentRoute: () => root, path: '/booths', component: page }),
  createRoute({
    getParentRoute: () => root,
    path: '/booths/wall',
    component: page,
    staticData: { wholeWindow: true },
  }),
];

// @ts-expect-error: links are checked against the rooms of the program, and this is none of them.
const here: '/people' = '/booths';

const RentBooth = ({ opened, onClose }: DialogProps) =>
  opened && (
    <div role="dialog" aria-label="Rent a booth">
      <button type="button" onClick={onClose}>
        Not now
      </button>
    </div>
  );

export const booths: Room<typeof routes> = {
  name: 'booths',
  routes,
  Navigation: () => (
    <NavApart>
      <NavPlace to={here}>Booths</NavPlace>
    </NavApart>
  ),
  commandGroup: 'Booths',
  useCommands: ({ navigate, show }) => [
    { id: 'go-booths', name: 'Booths', group: 'Go to', run: () => void navigate({ to: here }) },
    {
      id: 'rent-booth',
      name: 'Rent a booth…',
      group: 'Booths',
      keys: ['mod+B'],
      run: () => show('rent-booth'),
    },
  ],
  dialogs: { 'rent-booth': later(async () => RentBooth) },
  hits: {
    label: 'Among the booths',
    kind: 'Booth',
    open: ({ id }, navigate) => void navigate({ to: here, hash: id }),
  },
  WaitingLink: ({ to: { words } }) => <Link to={here}>{words}</Link>,
  home: [
    {
      id: 'booths',
      order: 35,
      Card: ({ year: { label } }) => <h2>Booths of {label}</h2>,
      BeforePlan: () => <h2>Booths before any plan</h2>,
    },
  ],
  firstQuestions: [['search', { text: 'booth' }]],
  fieldNames: async () => ({ fieldNames: { booth: { rent: 'What it costs' } } }),
};
