export { InitiativesSection } from './InitiativesSection';
