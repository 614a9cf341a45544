export { ResponsibilitiesSection } from './ResponsibilitiesSection';
