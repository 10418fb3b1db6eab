export { decideConflicts } from './decide.ts';
export { listConflicts } from './list.ts';
export { openConflicts } from './open.ts';
