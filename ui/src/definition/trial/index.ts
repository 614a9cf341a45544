export { TryLeadSection } from './TryLeadSection';
