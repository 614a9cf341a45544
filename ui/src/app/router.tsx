/** The places of the window and their addresses. The address stands behind a #, so it works from any scheme. */
import { createHashHistory, createRoute, createRouter } from '@tanstack/react-router';
import { asCallError } from '../api';
import { HomePage } from '../home/HomePage';
import { rooms } from '../rooms';
import { root } from '../shared/root';
import { Broken } from './Broken';
import { Frame } from './Frame';
import { NotHere } from './NotHere';

root.update({ component: Frame, notFoundComponent: NotHere });
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });

/** The addresses of all rooms; named as a type, so that every link is checked against them. */
type RoomRoute = (typeof rooms)[number]['routes'][number];
const ofRooms = rooms.flatMap<RoomRoute>(({ routes }) => routes);

export const router = createRouter({
  routeTree: root.addChildren([home, ...ofRooms]),
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
