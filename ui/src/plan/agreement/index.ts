export { AgreementSection } from './AgreementSection';
export { ExportMenu } from './ExportMenu';
export { GoToSection, useGoToSection } from './goToSection';
