/** The plans there are, as everything that is about a year needs them. */
import { type PlanRow, useAsk } from '../api';

const none: readonly PlanRow[] = [];

/** Returns the plans, the latest year first. */
export function usePlans(): readonly PlanRow[] {
  return useAsk('list_plans', {}).data ?? none;
}

/** Returns the plan of a year. */
export function usePlanOf(year: number): PlanRow | undefined {
  return usePlans().find((plan) => plan.year === year);
}

/** Returns the plan to look at first: the year that runs now, or else the latest. */
export function currentPlan(plans: readonly PlanRow[]): PlanRow | undefined {
  return plans.find((plan) => plan.is_this_year) ?? plans[0];
}
