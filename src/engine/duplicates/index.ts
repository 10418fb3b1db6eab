export { countAlike, type NewEntity } from './alike.ts';
export { duplicatesOf } from './duplicates.ts';
export type { CaseDuplicates } from './case-duplicates.ts';
