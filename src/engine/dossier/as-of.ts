import { CaseError } from '#contract/error.ts';
import { readingAt } from '#shared/clock.ts';
import { lastChangeSetBefore, storeAsOf, type CaseStore } from '../store/index.ts';

const dayLong = 24 * 60 * 60 * 1000;

/**
 * Works on a case as it stood at the end of a day, UTC, or, without a day, on the case as it is. Work that waits must not go
 * on with the case afterwards: it is closed by then.
 *
 * @param day ISO 8601, `2026-03-14`
 * @throws CaseError `dossier.beforeItsCase` {date}, and what the work throws
 */
export function asOfDay<T>(
  store: CaseStore,
  day: string | undefined,
  work: (store: CaseStore) => T,
): T {
  if (day === undefined) return work(store);
  const last = lastChangeSetBefore(store, readingAt(Date.parse(`${day}T00:00:00Z`) + dayLong));
  const latest = store.one<{ id: number | null }>('SELECT max(id) AS id FROM change_set')?.id ?? 0;
  if (last === latest) return work(store);
  return working(storeAsOf(store, last), (then) => {
    if (then.one('SELECT 1 FROM case_file') === undefined) {
      throw new CaseError('dossier.beforeItsCase', { date: day });
    }
    return work(then);
  });
}

/**
 * Works on a case as it stood once the change set with a chain hash was its last one.
 *
 * @param chain hash of the change set, hexadecimal; empty for before the first
 * @returns null when the case does not know that change set, or held nothing then
 */
export function asOfChain<T>(
  store: CaseStore,
  chain: string,
  work: (store: CaseStore) => T,
): T | null {
  const last = store.one<{ id: number }>('SELECT id FROM change_set WHERE hash = ?', chain)?.id;
  if (last === undefined) return null;
  return working(storeAsOf(store, last), (then) =>
    then.one('SELECT 1 FROM case_file') === undefined ? null : work(then),
  );
}

function working<T>(then: CaseStore, work: (store: CaseStore) => T): T {
  try {
    return work(then);
  } finally {
    then.close();
  }
}
