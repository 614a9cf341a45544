export { PromisesSection } from './PromisesSection';
