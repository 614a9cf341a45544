export { AgreementSection } from './AgreementSection';
export { agreedPlan } from './agreedPlan';
export { ExportMenu } from './ExportMenu';
