/** The section on the stage. */
import type { PlanView, Section } from '../../api';
import { AgreementSection } from '../agreement';
import { FocusSection } from '../focus';
import { FunnelSection } from '../funnel';
import { GoalsSection } from '../goals';
import { InitiativesSection } from '../initiatives';
import { LookBackSection } from '../look-back';
import { ResponsibilitiesSection } from '../responsibilities';
import { RisksSection } from '../risks';

const rooms: Record<Section, (props: { view: PlanView; editable: boolean }) => React.ReactNode> = {
  look_back: LookBackSection,
  focus: FocusSection,
  goals: GoalsSection,
  funnel: FunnelSection,
  initiatives: InitiativesSection,
  who_does_what: ResponsibilitiesSection,
  risks: RisksSection,
  agreement: AgreementSection,
};

export function OneSection({ section, ...props }: { section: Section; view: PlanView; editable: boolean }) {
  const Room = rooms[section];
  return <Room {...props} />;
}
