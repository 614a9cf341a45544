/** Joint goals: numbers that both sides answer for. */
import { Section } from '../../shared';
import type { SectionProps } from '../sectionProps';

export function GoalsSection({ view }: SectionProps) {
  return (
    <Section id="goals" title="Joint goals" lead="Few numbers that both sides answer for.">
      <ul>
        {view.goals.map(({ goal }) => (
          <li key={goal.id}>{goal.name}</li>
        ))}
      </ul>
    </Section>
  );
}
