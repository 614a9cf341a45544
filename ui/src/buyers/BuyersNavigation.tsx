/** The places of the buyers in the navigation. */
import { IconUsersGroup, IconVectorTriangle } from '@tabler/icons-react';
import { NavHeading, NavPlace } from '../shared';

export function BuyersNavigation() {
  return (
    <>
      <NavHeading>Buyers</NavHeading>
      <NavPlace to="/buyers" icon={IconUsersGroup}>
        Personas and phases
      </NavPlace>
      <NavPlace to="/buyers/in-common" icon={IconVectorTriangle}>
        What the market has in common
      </NavPlace>
    </>
  );
}
