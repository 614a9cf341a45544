/** Shows return slips that were dropped on the window, wherever one is. */
import { lazy, Suspense, useEffect, useState } from 'react';
import type { SlipFile } from '../../api';
import { onShell } from '../../platform';

// The navigation is there from the first screen on; what shows slips is loaded when some come.
const ReturnSlips = lazy(() => import('./ReturnSlips').then(({ ReturnSlips }) => ({ default: ReturnSlips })));

export function DroppedSlips() {
  const [slips, setSlips] = useState<SlipFile[]>([]);
  useEffect(() => onShell('slips-dropped', setSlips), []);
  if (slips.length === 0) return null;
  return (
    <Suspense>
      <ReturnSlips slips={slips} onClose={() => setSlips([])} />
    </Suspense>
  );
}
