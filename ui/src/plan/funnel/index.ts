export { FunnelSection } from './FunnelSection';
