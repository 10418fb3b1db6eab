export { decideConflicts } from './decide.ts';
export { listConflicts, openConflicts } from './list.ts';
