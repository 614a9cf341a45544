/** The plans there are, as the navigation and the first page show them. */
import { type Output, useAsk } from '../api';
import { type SealProps, sealOf } from '../shared';

export type PlanEntry = Output<'list_plans'>[number];

const none: readonly PlanEntry[] = [];

/** Returns the plans, the latest year first. */
export function usePlans(): readonly PlanEntry[] {
  return useAsk('list_plans', {}).data ?? none;
}

type Sealed = Pick<PlanEntry, 'in_force' | 'proposed'>;

/** Returns how the seal of a plan looks. What is proposed goes before what is in force: it waits for somebody. */
export function planSeal({ proposed, in_force }: Sealed): Pick<SealProps, 'sales' | 'marketing' | 'state'> {
  return sealOf(proposed ?? in_force);
}

/** Returns where a plan stands in two words. */
export function standing({ proposed, in_force }: Sealed): string {
  if (proposed) return 'proposed';
  return in_force ? `version ${in_force.version}` : 'draft';
}

/** Returns the plan to look at first: the year that runs now, or else the latest. */
export function currentPlan(plans: readonly PlanEntry[]): PlanEntry | undefined {
  return plans.find((plan) => plan.is_this_year) ?? plans[0];
}
