/** The guide, loaded when somebody goes there. */
import { lazyRouteComponent } from '@tanstack/react-router';

export const HelpPage = lazyRouteComponent(() => import('./HelpPage'), 'HelpPage');
