/** How many points a lead needs, where criteria bring some. */
import { useAct } from '../../api';
import { CountField, Section, useFormats } from '../../shared';
import type { SectionProps } from '../sectionProps';
import classes from './Criteria.module.css';

export function PointsSection({ view, editable }: SectionProps) {
  const edit = useAct('edit_definition');
  const { number } = useFormats();
  const { id, threshold } = view.definition;
  return (
    <Section
      id="threshold"
      title="How many points it needs"
      lead="A lead passes when what it meets adds up to this many, and nothing that is required speaks against it."
    >
      {editable ? (
        <div className={classes.threshold}>
          <CountField
            label="Points a lead needs"
            value={threshold}
            save={(points) => edit.attempt({ id, change: { threshold: points ?? null } })}
          />
        </div>
      ) : (
        <p className={classes.answered}>
          {threshold === null ? 'No number was agreed.' : `${number(threshold)} points`}
        </p>
      )}
    </Section>
  );
}
