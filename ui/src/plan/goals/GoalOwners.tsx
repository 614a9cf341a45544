/** Who answers for a goal: one person on each side, side by side, both required. */
import type { Person } from '../../api';
import { OptionalSelectField, SidePair } from '../../shared';
import type { SectionProps } from '../sectionProps';
import classes from './GoalCard.module.css';
import type { GoalPartProps } from './GoalMetric';

export function GoalOwners({ goal, view, editable, edit }: GoalPartProps & SectionProps) {
  const both = view.company.one_person_does_both;
  const options = (side: Person['side'], chosen: string | null) =>
    view.people
      .filter((person) => person.id === chosen || ((person.side === side || both) && !person.has_left))
      .map((person) => ({
        value: person.id,
        label: person.role ? `${person.name}, ${person.role}` : person.name,
      }));
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
            options={options('sales', goal.sales_owner)}
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
            options={options('marketing', goal.marketing_owner)}
            locked={!editable}
            save={(marketing_owner) => edit({ marketing_owner })}
          />
        }
      />
    </div>
  );
}
