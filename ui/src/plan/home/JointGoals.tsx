/** The year's joint goals: one number for both sides, with an owner on each, and how it spreads over the year. */
import { type Output, useAsk } from '../../api';
import { ButtonLink, EmptyState, Section, SideBadge, UnitValue, useFormats } from '../../shared';
import { usePlanOf } from '../../shared/plans';
import type { FiscalYear } from '../../shared/room';
import classes from './JointGoals.module.css';
import { MonthBars } from './MonthBars';

type PlanView = Output<'open_plan'>;
type GoalView = PlanView['goals'][number];

const cadences = { weekly: 'every week', monthly: 'every month', quarterly: 'every quarter' } as const;

export function JointGoals({ year }: { year: FiscalYear }) {
  const plan = usePlanOf(year.year);
  const { today: now } = useFormats();
  const today = now();
  // What holds is what both signed; a draft is shown only while nothing is in force.
  const version = plan?.in_force?.version ?? undefined;
  const view = useAsk(
    'open_plan',
    version === undefined ? { year: year.year } : { year: year.year, version },
  );
  if (!view.data) return null;
  const { goals } = view.data;
  // While the year runs, how its goals fare stands on the page in their place.
  const runs = year.first_day <= today && today <= year.last_day;
  if (runs && goals.length > 0) return null;
  const lead =
    version === undefined
      ? 'As the draft has them; nobody has signed yet.'
      : `As both sides signed them in version ${version}.`;
  if (goals.length === 0) {
    return (
      <Section id="goals" title="Joint goals">
        <EmptyState
          title="No joint goal yet"
          action={
            <ButtonLink to="/plan/$year" params={{ year: String(year.year) }} hash="goals">
              Set the first goal
            </ButtonLink>
          }
        >
          One number for both sides, such as qualified leads, in place of a lead count for one and a revenue
          count for the other.
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section id="goals" title="Joint goals" lead={lead}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={classes.place} tabIndex={0}>
        <table className={classes.goals}>
          <thead>
            <tr>
              <th scope="col">Goal</th>
              <th scope="col" className="number">
                From
              </th>
              <th scope="col" className="number">
                To
              </th>
              <th scope="col">Over the year</th>
              <th scope="col">Owners</th>
            </tr>
          </thead>
          <tbody>
            {goals.map((goal) => (
              <GoalRow key={goal.goal.id} view={goal} plan={view.data} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function GoalRow({ view, plan }: { view: GoalView; plan: PlanView }) {
  const { goal, months } = view;
  const formats = useFormats();
  const owner = (id: string | null) => plan.people.find((person) => person.id === id)?.name;
  const missing = (side: string) => <span className="faint">no owner in {side}</span>;
  const spread = months.map(
    (target, index) => `${formats.monthShort(plan.months[index] ?? '')} ${formats.value(goal.unit, target)}`,
  );
  return (
    <tr>
      <th scope="row" className={classes.name}>
        {goal.name}
        <span className={classes.more}>
          {goal.about_customer ? 'about the customer, ' : ''}tracked {cadences[goal.tracked_every]}
        </span>
      </th>
      <td className="number">
        <UnitValue unit={goal.unit} value={goal.baseline} why="no baseline was entered" />
      </td>
      <td className={`number ${classes.target}`}>
        <UnitValue unit={goal.unit} value={goal.target} why="no target was entered" />
      </td>
      <td>
        <MonthBars values={months} says={spread.join(', ')} why={view.split_problem} />
      </td>
      <td>
        <div className={classes.owners}>
          {owner(goal.sales_owner) ? (
            <SideBadge side="sales">{owner(goal.sales_owner)}</SideBadge>
          ) : (
            missing('Sales')
          )}
          {owner(goal.marketing_owner) ? (
            <SideBadge side="marketing">{owner(goal.marketing_owner)}</SideBadge>
          ) : (
            missing('Marketing')
          )}
        </div>
      </td>
    </tr>
  );
}
