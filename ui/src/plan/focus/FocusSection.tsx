/** Focus: for whom we are what, which segments and accounts, and what we will not do. */

import { useAct } from '../../api';
import { AreaField, Section } from '../../shared';
import type { SectionProps } from '../sectionProps';

export function FocusSection({ view, editable }: SectionProps) {
  const editPlan = useAct('edit_plan');
  return (
    <Section id="focus" title="Focus" lead="Where we put our strength this year, and what we leave.">
      <AreaField
        key={view.plan.id}
        label="Positioning line"
        value={view.plan.positioning}
        locked={!editable}
        save={(positioning) => editPlan.attempt({ id: view.plan.id, change: { positioning } })}
      />
    </Section>
  );
}
