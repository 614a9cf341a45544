export { RisksSection } from './RisksSection';
