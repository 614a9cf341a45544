/** What each side promises the other, in two columns of the same weight; and below, how it was kept. */
import { Section, SidePair } from '../../shared';
import type { SectionProps } from '../sectionProps';
import { PromisesKept } from './PromisesKept';
import { SidePromises } from './SidePromises';
import { WorkingDays } from './WorkingDays';

export function PromisesSection({ view, editable }: SectionProps) {
  return (
    <Section
      id="promises"
      title="Promises in both directions"
      lead="Marketing promises volume and quality, sales promises follow-up and feedback. Signed together, measured the same way."
    >
      <SidePair
        sales={<SidePromises side="sales" view={view} editable={editable} />}
        marketing={<SidePromises side="marketing" view={view} editable={editable} />}
      />
      <WorkingDays view={view} editable={editable} />
      <PromisesKept />
    </Section>
  );
}
