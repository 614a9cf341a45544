/** The page of people and settings, loaded when somebody goes there. */
import { lazyRouteComponent } from '@tanstack/react-router';

export const PeoplePage = lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage');
