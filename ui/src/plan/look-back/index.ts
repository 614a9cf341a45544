export { LookBackSection } from './LookBackSection';
