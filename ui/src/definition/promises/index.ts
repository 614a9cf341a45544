export { PromisesBySide } from './PromisesBySide';
export { PromisesSection } from './PromisesSection';
