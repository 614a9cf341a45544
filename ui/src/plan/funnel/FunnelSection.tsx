/** Funnel maths: from the revenue goal back to the leads it needs. */
import { DataTable, Section, useFormats } from '../../shared';
import type { SectionProps } from '../sectionProps';

export function FunnelSection({ view }: SectionProps) {
  const { number } = useFormats();
  return (
    <Section id="funnel" title="Funnel maths" lead="From the revenue goal back to the leads it needs.">
      <DataTable
        caption="What the year needs"
        heads={['Stage', 'In the year']}
        rows={view.funnel.stages.map((stage) => [
          stage.label,
          stage.year.value === null ? stage.year.because : number(stage.year.value, 1),
        ])}
      />
    </Section>
  );
}
