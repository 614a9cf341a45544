export { BackTestSection } from './BackTestSection';
