/** The library in the navigation. */
import { IconBooks, IconChecklist } from '@tabler/icons-react';
import { NavHeading, NavPlace } from '../shared';

export function CollateralNavigation() {
  return (
    <>
      <NavHeading>Collateral</NavHeading>
      <NavPlace to="/collateral" icon={IconBooks}>
        Library
      </NavPlace>
      <NavPlace to="/collateral/review" icon={IconChecklist}>
        Review
      </NavPlace>
    </>
  );
}
