import type { CaseStore } from '../../store/index.ts';
import type { KeptRecord } from './task.ts';

/** How many new entities look like one that the case has. */
export async function countAlike(
  _store: CaseStore,
  _records: readonly KeptRecord[],
  _isCancelled?: () => boolean,
): Promise<number> {
  return Promise.resolve(0);
}
