/** What we will do this year, under the five buckets, against what the maths asks and the budget allows. */
import type { PlanView } from '../../api';
import { Section } from '../../shared';
import { BucketGroup } from './BucketGroup';
import classes from './Initiatives.module.css';
import { Sums } from './Sums';
import { Timeline } from './Timeline';

interface InitiativesSectionProps {
  view: PlanView;
  editable: boolean;
}

export function InitiativesSection({ view, editable }: InitiativesSectionProps) {
  return (
    <Section
      id="initiatives"
      title="Initiatives"
      lead="What we will do, who answers for it, what it costs, and how many accepted leads we expect of it."
    >
      <Sums view={view} editable={editable} />
      {view.initiatives.buckets.map((sum) => (
        <BucketGroup key={sum.bucket} sum={sum} view={view} editable={editable} />
      ))}
      {view.initiatives.lines.length > 0 && (
        <div className={classes.timeline}>
          <Timeline view={view} />
        </div>
      )}
    </Section>
  );
}
