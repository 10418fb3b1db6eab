import { setImmediate } from 'node:timers/promises';
import type { Check, VerifyReport } from '#contract/safety.ts';
import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../case-store.ts';
import { storeFailure } from '../failure.ts';
import { checkClusters } from './clusters.ts';
import { checkBlobs, checkTexts } from './content.ts';
import { Inspection } from './inspection.ts';
import { checkJournal } from './journal.ts';
import { checkKeys, checkPages } from './pages.ts';
import { checkDates, checkPassages, checkPassageTexts, gatherPassages } from './passages.ts';
import { checkRecords } from './records.ts';
import { checkReferences } from './references.ts';
import { checkLocal, checkSchema } from './schema.ts';
import { checkSearch } from './search.ts';

/** Longest stretch of work between two chances for others, in milliseconds. */
const stretch = 20;

/**
 * Looks at all of a case file, as it is at one moment, and changes nothing: work in it goes on meanwhile.
 *
 * What it cannot find, because nothing depends on it: a change of free pages and of unused space in pages, of the
 * header's schema cookie, of the place that SQLite leaves in a row for its number, of keys inside the tree of a table that
 * lead to the same rows as before, and of a word's position that is then written otherwise and means the same.
 *
 * @param onProgress called at the beginning of each check
 * @throws CaseError `job.cancelled`; never because of what it finds
 */
export async function verifyStore(
  store: CaseStore,
  {
    signal,
    onProgress,
  }: { signal?: AbortSignal | undefined; onProgress?: ((check: Check) => void) | undefined } = {},
): Promise<VerifyReport> {
  const { path, encrypted } = store.opening;
  const db = store.reader();
  const inspection = new Inspection(db);
  try {
    let turn = performance.now();
    for (const [check, steps] of checks(inspection, encrypted ? null : path)) {
      onProgress?.(check);
      inspection.begin(check);
      try {
        for (const _ of steps()) {
          if (signal?.aborted === true) throw new CaseError('job.cancelled', {});
          if (performance.now() - turn > stretch) {
            await setImmediate();
            turn = performance.now();
          }
        }
      } catch (error) {
        if (error instanceof CaseError || !isDatabaseError(error)) throw error;
        inspection.found('', '', `could not be finished: ${error.message}`);
      } finally {
        inspection.leave();
      }
    }
  } catch (error) {
    throw storeFailure(error, path);
  } finally {
    db.close();
  }
  const { findings, total, counts } = inspection;
  return {
    path,
    sound: total === 0,
    findings,
    total,
    checked: [...counts].map(([check, count]) => ({ check, count })),
  };
}

type Steps = () => Iterable<void>;

function* checks(
  inspection: Inspection,
  plainPath: string | null,
): Generator<[Check, Steps], void, undefined> {
  const once = (work: () => void) => (): Iterable<void> => {
    work();
    return [undefined];
  };
  // One moment for all that follows, whatever is written meanwhile.
  inspection.db.exec('BEGIN');
  yield ['pages', once(() => checkPages(inspection, plainPath))];
  yield ['schema', once(() => checkSchema(inspection))];
  yield ['keys', once(() => checkKeys(inspection))];
  yield ['local', once(() => checkLocal(inspection))];
  yield ['journal', once(() => checkJournal(inspection))];
  yield [
    'records',
    once(() => {
      checkRecords(inspection);
      checkReferences(inspection);
    }),
  ];
  yield ['blobs', () => checkBlobs(inspection)];
  yield [
    'texts',
    () => {
      gatherPassages(inspection);
      return checkTexts(inspection, (...text) => checkPassages(inspection, ...text));
    },
  ];
  yield ['passages', once(() => checkPassageTexts(inspection))];
  yield ['dates', once(() => checkDates(inspection))];
  yield ['clusters', once(() => checkClusters(inspection))];
  yield ['search', () => checkSearch(inspection)];
}

function isDatabaseError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    ('code' in error ? String(error.code).startsWith('SQLITE_') : error instanceof TypeError)
  );
}
