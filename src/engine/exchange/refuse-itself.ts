import { statSync } from 'node:fs';
import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../store/index.ts';

/** What leaves a case must not be put where the case itself is. @throws CaseError `case.inUse` */
export function refuseItself(store: CaseStore, target: string): void {
  const there = statSync(target, { throwIfNoEntry: false });
  const own = statSync(store.opening.path, { throwIfNoEntry: false });
  if (there !== undefined && there.ino === own?.ino && there.dev === own.dev) {
    throw new CaseError('case.inUse', { path: target });
  }
}
