/** Look back: last year's numbers, what each side was measured on, and what both learned. */
import { DataTable, Section, useFormats } from '../../shared';
import type { SectionProps } from '../sectionProps';

export function LookBackSection({ view }: SectionProps) {
  const formats = useFormats();
  return (
    <Section id="look_back" title="Look back" lead="What did last year teach us? Both sides, side by side.">
      <DataTable
        caption="What last year's numbers say"
        heads={['Figure', 'Last year']}
        rows={view.look_back.figures.map((line) => [
          line.label,
          line.figure.value === null ? line.figure.because : formats.value(line.unit, line.figure.value),
        ])}
      />
    </Section>
  );
}
