/** The reviews in the navigation: below the definition, which they hold to. */
import { IconCalendarCheck } from '@tabler/icons-react';
import { NavPlace } from '../shared';

export function ReviewNavigation() {
  return (
    <NavPlace to="/review" icon={IconCalendarCheck}>
      Reviews
    </NavPlace>
  );
}
