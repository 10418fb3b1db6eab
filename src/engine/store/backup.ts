import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { CaseStore } from './case-store.ts';
import { storeFailure } from './failure.ts';
import { setLocal } from './local.ts';

/** How far a backup has come, in pages of the file. */
export interface BackupProgress {
  done: number;
  total: number;
}

/** Pages copied between two chances for others: 1 MiB. */
const pagesAtOnce = 256;

/**
 * Copies an open case file whole, as it is at one moment, while work in it goes on: by SQLite's online backup, or, when it
 * is encrypted, by `VACUUM INTO`, which encrypts the copy with the same passphrase (the online backup cannot). The copy is
 * there complete and checked, or not at all.
 *
 * @param path of the copy; nothing may be there
 * @throws CaseError `case.exists`, `file.notFound` (no such folder), `file.notWritable`, `file.diskFull`, `case.damaged`
 *   when the copy does not hold, `job.cancelled`
 */
export async function backupStore(
  store: CaseStore,
  path: string,
  {
    signal,
    onProgress,
  }: {
    signal?: AbortSignal | undefined;
    onProgress?: ((progress: BackupProgress) => void) | undefined;
  } = {},
): Promise<{ path: string }> {
  const target = resolve(path);
  if (existsSync(target)) throw new CaseError('case.exists', { path: target });
  if (!existsSync(dirname(target))) {
    throw new CaseError('file.notFound', { path: dirname(target) });
  }
  try {
    accessSync(dirname(target), constants.W_OK);
  } catch (error) {
    throw new CaseError('file.notWritable', { path: target }, error);
  }
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  const db = store.reader();
  try {
    if (signal?.aborted === true) throw new CaseError('job.cancelled', {});
    if (store.opening.encrypted) db.prepare('VACUUM INTO ?').run(draft);
    else {
      // One moment, held: otherwise the copying would begin anew at each change.
      db.exec('BEGIN');
      db.prepare('SELECT count(*) FROM local').get();
      await db.backup(draft, {
        progress: ({ totalPages, remainingPages }) => {
          if (signal?.aborted === true) throw new CaseError('job.cancelled', {});
          onProgress?.({ done: totalPages - remainingPages, total: totalPages });
          return pagesAtOnce;
        },
      });
    }
    settleCopy(store, draft);
    flushFile(draft);
    if (existsSync(target)) throw new CaseError('case.exists', { path: target });
    renameSync(draft, target);
    return { path: target };
  } catch (error) {
    throw storeFailure(error, target);
  } finally {
    db.close();
    for (const ending of ['', '-journal', '-wal', '-shm']) {
      rmSync(`${draft}${ending}`, { force: true });
    }
  }
}

/** Sees to it that a copy holds, is one file at rest, and will be a replica of its own wherever it is put. */
function settleCopy(store: CaseStore, draft: string): void {
  const copy = store.reader(draft);
  try {
    setLocal(copy, { place: '' });
    copy.pragma('journal_mode = DELETE');
    if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok') {
      throw new CaseError('case.damaged', { path: draft, reason: 'backup' });
    }
  } finally {
    copy.close();
  }
}

/** Puts a file on the disk for good. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
