export { MinutesSection } from './MinutesSection';
export { SessionPage } from './SessionPage';
