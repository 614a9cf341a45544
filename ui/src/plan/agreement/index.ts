export { AgreementSection } from './AgreementSection';
export { agreedPlan } from './agreedPlan';
export { PlanExport } from './PlanExport';
