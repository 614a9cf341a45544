export { WalkThroughSessionPage } from './session/SessionPage';
export { WalkThroughPage } from './WalkThroughPage';
export { WalkThroughsPage } from './WalkThroughsPage';
