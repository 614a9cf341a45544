export type * from './commands';
