import type { CaseStore } from '../store/index.ts';
import { CaseDuplicates } from './case-duplicates.ts';

const cases = new WeakMap<CaseStore, CaseDuplicates>();

/** Who may be whom in an open case. It is made when first asked for and lives as long as the case is open. */
export function duplicatesOf(store: CaseStore): CaseDuplicates {
  let found = cases.get(store);
  if (found === undefined) {
    found = new CaseDuplicates(store);
    cases.set(store, found);
  }
  return found;
}
