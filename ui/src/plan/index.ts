/** The pages of the annual plan. */
export { ComparePage } from './compare';
export { PlanPage } from './PlanPage';
export { SessionPage } from './session';
