export { BeginPlan } from './BeginPlan';
export { ComparePage } from './ComparePage';
