/** How the joint goals fare: what was asked for by now, what was reached, and what comes of the year. */
import { Link } from '@tanstack/react-router';
import { Section } from '../../shared';
import links from '../Links.module.css';
import type { SectionProps } from '../sections';
import { GoalCard } from './GoalCard';

export function GoalsSection({ view, editable }: SectionProps) {
  const { goals, version, notes } = view.worksheet.goals;
  const { as_of: asOf, now } = view.worksheet.days;
  return (
    <Section
      id="goals"
      title="Goals"
      lead={version === null ? undefined : `As both sides signed them in version ${version} of the plan.`}
    >
      {notes.map((note) => (
        <p key={note} className="soft measure">
          {note}
        </p>
      ))}
      {goals.length === 0 && (
        <p>
          <Link className={links.link} to="/">
            Start with the plan
          </Link>
        </p>
      )}
      {goals.map((goal) => (
        <GoalCard key={goal.goal} goal={goal} asOf={asOf} isOver={asOf >= now.to} editable={editable} />
      ))}
    </Section>
  );
}
