export { ExamplesSection } from './ExamplesSection';
