/** Who answers for a goal: one person on each side, side by side, both required. */
import { OptionalSelectField, SidePair } from '../../shared';
import { ownersOf } from '../responsibilities/owners';
import type { SectionProps } from '../sectionProps';
import classes from './GoalCard.module.css';
import type { GoalPartProps } from './GoalMetric';

export function GoalOwners({ goal, view, editable, edit }: GoalPartProps & SectionProps) {
  return (
    <div className={classes.owners}>
      <SidePair
        heads={null}
        sales={
          <OptionalSelectField
            searchable
            label="Sales answers"
            placeholder="Who in sales?"
            value={goal.sales_owner}
            options={ownersOf(view, 'sales', goal.sales_owner)}
            locked={!editable}
            save={(sales_owner) => edit({ sales_owner })}
          />
        }
        marketing={
          <OptionalSelectField
            searchable
            label="Marketing answers"
            placeholder="Who in marketing?"
            value={goal.marketing_owner}
            options={ownersOf(view, 'marketing', goal.marketing_owner)}
            locked={!editable}
            save={(marketing_owner) => edit({ marketing_owner })}
          />
        }
      />
    </div>
  );
}
