/** The places of the leads in the navigation. */
import {
  IconFileImport,
  IconFilter,
  IconGauge,
  IconHourglassEmpty,
  IconListDetails,
  IconTags,
} from '@tabler/icons-react';
import { NavHeading, NavPlace } from '../shared';

export function LeadsNavigation() {
  return (
    <>
      <NavHeading>Leads</NavHeading>
      <NavPlace to="/leads" icon={IconGauge}>
        At a glance
      </NavPlace>
      <NavPlace to="/leads/ledger" icon={IconListDetails}>
        Ledger
      </NavPlace>
      <NavPlace to="/leads/funnel" icon={IconFilter}>
        Funnel
      </NavPlace>
      <NavPlace to="/leads/lost" icon={IconHourglassEmpty}>
        Lost and ignored
      </NavPlace>
      <NavPlace to="/leads/imports" icon={IconFileImport}>
        Imports
      </NavPlace>
      <NavPlace to="/leads/sources" icon={IconTags}>
        Sources and spellings
      </NavPlace>
    </>
  );
}
