export { GoalsSection } from './GoalsSection';
