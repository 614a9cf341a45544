/** The walk-throughs in the navigation: with the collateral, below whose heading they stand. */
import { IconRoute } from '@tabler/icons-react';
import { NavPlace } from '../shared';

export function WalkThroughNavigation() {
  return (
    <NavPlace to="/walk-through" icon={IconRoute}>
      Walk-throughs
    </NavPlace>
  );
}
