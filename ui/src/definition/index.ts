/** The page of the qualified lead. */
export { DefinitionPage } from './DefinitionPage';
export { PromisesPage } from './promises/PromisesPage';
