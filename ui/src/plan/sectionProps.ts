/** What every section of the plan takes: the page as the core worked it out, and whether it can be edited just now. */
import type { PlanView } from '../api';

export interface SectionProps {
  view: PlanView;
  editable: boolean;
}
