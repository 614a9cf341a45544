export { FocusSection } from './FocusSection';
