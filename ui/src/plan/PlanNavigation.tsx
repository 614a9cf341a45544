/** The year's plans in the navigation, each with its seal; nothing before the first. */
import { IconColumns3 } from '@tabler/icons-react';
import { NavAside, NavHeading, NavList, NavPlace, Seal, standingBriefly, standingSeal } from '../shared';
import { usePlans } from '../shared/plans';

export function PlanNavigation() {
  const plans = usePlans();
  if (plans.length === 0) return null;
  return (
    <>
      <NavHeading id="nav-plans">Plan</NavHeading>
      <NavList of="nav-plans">
        {plans.map((plan) => (
          <li key={plan.id}>
            <NavPlace to="/plan/$year" params={{ year: String(plan.year) }}>
              <Seal {...standingSeal(plan)} size={18} />
              <span>{plan.label}</span>
              <NavAside>{standingBriefly(plan)}</NavAside>
            </NavPlace>
          </li>
        ))}
      </NavList>
      <NavPlace to="/compare" icon={IconColumns3}>
        All years
      </NavPlace>
    </>
  );
}
