import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { CaseError } from '#contract/error.ts';
import { flushFile } from './backup.ts';
import { storeFailure } from './failure.ts';
import { setLocal } from './local.ts';
import { enter, existing, isEncrypted, lockFor, quotedKey } from './open.ts';
import { placeOf } from './place.ts';

/**
 * Sets, changes or removes the passphrase of a case file that is not open. It is done on a copy, which takes the file's
 * place in one step once it is complete and checked, so that a crash leaves the file either as it was or as it is to be.
 * The file stays the same replica.
 *
 * @param passphrase the present one, if the file is encrypted
 * @param next the one from now on, or null for none
 * @throws CaseError `case.passphraseNeeded`, `case.passphraseWrong`, `case.inUse`, `case.readOnly`, `file.diskFull`
 */
export function rekeyFile(
  path: string,
  { passphrase, next }: { passphrase?: string | undefined; next: string | null },
): { path: string; encrypted: boolean } {
  const target = existing(path);
  const encrypted = isEncrypted(target, passphrase);
  const { lock, holder } = lockFor(target);
  if (lock === null) {
    throw new CaseError(holder === null ? 'case.readOnly' : 'case.inUse', {
      path: target,
      ...holder,
    });
  }
  const draft = `${target}.rekey`;
  const discard = () => {
    for (const ending of ['', '-journal', '-wal', '-shm']) {
      rmSync(`${draft}${ending}`, { force: true });
    }
  };
  try {
    discard();
    const rows = copyTo(target, draft, encrypted, passphrase);
    changeKey(draft, encrypted, passphrase, next);
    if (countOf(draft, next !== null, next ?? undefined) !== rows) {
      throw new CaseError('case.damaged', { path: target, reason: 'rekey' });
    }
    flushFile(draft);
    renameSync(draft, target);
    flushFolder(dirname(target));
    return { path: target, encrypted: next !== null };
  } catch (error) {
    throw storeFailure(error, target);
  } finally {
    try {
      discard();
    } finally {
      lock.release();
    }
  }
}

/** Copies the file with all that its write-ahead log holds. @returns how many changes its journal has */
function copyTo(
  target: string,
  draft: string,
  encrypted: boolean,
  passphrase: string | undefined,
): number {
  const db = new Database(target);
  try {
    enter(db, target, encrypted, passphrase);
    // Words of the case are never put in a temporary file.
    db.pragma('temp_store = MEMORY');
    if (db.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') {
      throw new CaseError('case.inUse', { path: target });
    }
    db.prepare('VACUUM INTO ?').run(draft);
    return changesIn(db);
  } finally {
    db.close();
  }
}

function changeKey(
  draft: string,
  encrypted: boolean,
  passphrase: string | undefined,
  next: string | null,
): void {
  const db = new Database(draft);
  try {
    enter(db, draft, encrypted, passphrase);
    db.pragma('temp_store = MEMORY');
    setLocal(db, { place: placeOf(draft) });
    if (!encrypted && next !== null) {
      db.pragma(`cipher = 'sqlcipher'`);
      db.pragma('legacy = 4');
    }
    db.pragma(`rekey = ${next === null ? `''` : quotedKey(next)}`);
  } finally {
    db.close();
  }
}

function countOf(path: string, encrypted: boolean, passphrase: string | undefined): number {
  const db = new Database(path, { readonly: true });
  try {
    enter(db, path, encrypted, passphrase);
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok' ? changesIn(db) : -1;
  } finally {
    db.close();
  }
}

function changesIn(db: Database.Database): number {
  return db.prepare<[], number>('SELECT count(*) FROM change').pluck().get() ?? 0;
}

/** Puts a renaming on the disk for good, where the system lets a folder be opened. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
