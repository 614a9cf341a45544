/** The root of all addresses, on which rooms hang theirs. `app/router.tsx` puts the frame on it. */
import { createRootRoute } from '@tanstack/react-router';

export const root = createRootRoute();
