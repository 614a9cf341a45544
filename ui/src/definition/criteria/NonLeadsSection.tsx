/** What is no lead, whatever else it meets: each with the reason that marketing reads when it comes back. */
import { Section } from '../../shared';
import type { SectionProps } from '../sectionProps';
import { CriterionList } from './CriterionList';

export function NonLeadsSection({ view, editable }: SectionProps) {
  return (
    <Section
      id="non-leads"
      title="What is no lead"
      lead="Named once, so that nobody has to chase it: a student, somebody curious about the technology, a card from a conference."
    >
      <CriterionList
        view={view}
        criteria={view.non_leads}
        begins={{ role: 'disqualifies', test: 'contains' }}
        add="Add what is no lead"
        empty="Nothing named yet. Every name spares sales a call and marketing an argument."
        editable={editable}
      />
    </Section>
  );
}
