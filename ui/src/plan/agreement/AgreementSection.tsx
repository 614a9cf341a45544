/** The agreement: what is missing, propose, sign on both sides, in force; and every version there ever was. */
import { AgreementBody, Section } from '../../shared';
import type { SectionProps } from '../sectionProps';
import { agreedPlan } from './agreedPlan';

export function AgreementSection({ view, editable }: SectionProps) {
  return (
    <Section
      id="agreement"
      title="Agreement"
      lead="Proposed together, signed by one person of each side, and from then on in force until you both sign the next version."
    >
      <AgreementBody of={agreedPlan(view)} editable={editable} />
    </Section>
  );
}
