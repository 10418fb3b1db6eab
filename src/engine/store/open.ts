import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { Holder } from '#contract/case.ts';
import { CaseError } from '#contract/error.ts';
import type { Actor } from '#contract/settings.ts';
import { clearArriving } from './arriving.ts';
import { CaseStore, type Opening } from './case-store.ts';
import { derivedIsCurrent, dropDerived, installDerived } from './derived.ts';
import { storeFailure } from './failure.ts';
import { Journal } from './journal.ts';
import { settleReplica } from './lineage.ts';
import { localValue } from './local.ts';
import { WriteLock } from './lock.ts';
import { letGoIfMoved, openHere } from './open-files.ts';
import { hasLog, isOpenUnderAnotherName } from './other-name.ts';
import { formatVersion, migrate, migrationNames, type MigrationBackup } from './migrate.ts';

/** Marks a SQLite file as a case file (`PRAGMA application_id`): "LEGA" in ASCII. */
export const applicationId = 0x4c454741;

const sqliteHeader = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Makes a case file, empty, and opens it for writing.
 *
 * @throws CaseError `case.exists`, `file.notFound` (no such folder), `file.notWritable`, `file.diskFull`
 */
export function createStore(
  path: string,
  { passphrase, actor }: { passphrase?: string | undefined; actor: () => Actor },
): CaseStore {
  const target = resolve(path);
  if (existsSync(target)) throw new CaseError('case.exists', { path: target });
  if (!existsSync(dirname(target))) {
    throw new CaseError('file.notFound', { path: dirname(target) });
  }
  let lock: WriteLock | null = null;
  try {
    lock = lockFor(target, actor().name).lock;
    if (lock === null) throw new CaseError('file.notWritable', { path: dirname(target) });
    const db = new Database(target);
    try {
      if (passphrase !== undefined) unlock(db, passphrase);
      db.pragma(`application_id = ${applicationId}`);
      prepareForWriting(db);
      migrate(db, target, dropDerived, { encrypted: passphrase !== undefined });
      const opening: Opening = {
        path: target,
        encrypted: passphrase !== undefined,
        access: 'write',
        readOnlyReason: null,
        holder: null,
      };
      return store(db, opening, lock, actor, passphrase);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    const held = lock !== null;
    lock?.release();
    if (held) for (const end of ['', '-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
    throw storeFailure(error, target);
  }
}

/**
 * Opens a case file. If someone else is writing it, or it or its folder cannot be written, it is opened for reading,
 * and the store's `opening` says why.
 *
 * @param access `read` to open without taking the right to write
 * @param actor who works here, asked anew at each gesture
 * @param backup where a backup goes if the file must be brought to this version's format; by default beside it
 * @throws CaseError `case.notFound`, `case.migrationFailed`, `file.isFolder`, `file.notReadable`, `case.notACaseFile`, `case.passphraseNeeded`,
 *   `case.passphraseWrong`, `case.newerVersion`, `case.damaged`
 */
export function openStore(
  path: string,
  {
    passphrase,
    access = 'write',
    actor,
    backup,
  }: {
    passphrase?: string | undefined;
    access?: 'write' | 'read';
    actor: () => Actor;
    backup?: MigrationBackup | undefined;
  },
): CaseStore {
  const target = existing(path);
  const encrypted = isEncrypted(target, passphrase);
  if (access === 'write') letGoIfMoved(target);
  const { lock, holder, reason } =
    access === 'read'
      ? { lock: null, holder: null, reason: 'asked' as const }
      : lockFor(target, actor().name);
  try {
    const opening: Opening = {
      path: target,
      encrypted,
      access: lock === null ? 'read' : 'write',
      readOnlyReason: lock === null ? reason : null,
      holder,
    };
    if (lock === null) return openForReading(target, passphrase, opening, actor);
    const logged = hasLog(target);
    const db = new Database(target);
    try {
      enter(db, target, encrypted, passphrase);
      if (!logged && isOpenUnderAnotherName(db)) {
        db.close();
        lock.release();
        const held: Opening = { ...opening, access: 'read', readOnlyReason: 'held' };
        return openForReading(target, passphrase, held, actor);
      }
      prepareForWriting(db);
      clearArriving(db);
      migrate(db, target, dropDerived, { encrypted, backup });
      return store(db, opening, lock, actor, passphrase);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    lock?.release();
    throw storeFailure(error, target);
  }
}

function openForReading(
  target: string,
  passphrase: string | undefined,
  opening: Opening,
  actor: () => Actor,
): CaseStore {
  const attempt = (file: string, onClose: (() => void) | null) => {
    const db = new Database(file, { readonly: true });
    try {
      enter(db, target, opening.encrypted, passphrase);
      db.pragma('temp_store = MEMORY');
      if (formatVersion(db) < migrationNames().length || !derivedIsCurrent(db)) {
        throw new OutdatedFile();
      }
      const journal = new Journal(db, replicaOf(db));
      const reader = (other = file, readonly = true) =>
        readerOf(other, opening, passphrase, readonly);
      return keyed(new CaseStore(db, opening, null, journal, actor, reader, onClose), passphrase);
    } catch (error) {
      db.close();
      throw error;
    }
  };
  try {
    return attempt(target, null);
  } catch (error) {
    // A file left in write-ahead mode cannot be read in a folder that cannot be written, nor one of an earlier version
    // as it is; a copy can, once it has been brought to this version.
    if (!isCannotOpen(error) && !(error instanceof OutdatedFile)) throw error;
    const folder = mkdtempSync(join(tmpdir(), 'legajo-read-'));
    const copy = join(folder, basename(target));
    const discard = () => rmSync(folder, { recursive: true, force: true });
    try {
      copyFileSync(target, copy);
      if (existsSync(`${target}-wal`)) copyFileSync(`${target}-wal`, `${copy}-wal`);
      bringUpToDate(copy, target, opening.encrypted, passphrase);
      return attempt(copy, discard);
    } catch (failure) {
      discard();
      throw failure;
    }
  }
}

/** A file as an earlier version of the program left it. */
class OutdatedFile extends Error {}

/** Brings a copy of a case file to this version of the program. */
function bringUpToDate(
  copy: string,
  path: string,
  encrypted: boolean,
  passphrase: string | undefined,
): void {
  const db = new Database(copy);
  try {
    enter(db, path, encrypted, passphrase);
    db.pragma('temp_store = MEMORY');
    clearArriving(db);
    migrate(db, copy, dropDerived, { encrypted, backup: null });
    // Its triggers call the journal's function, so it must be there before they are made.
    void new Journal(db, replicaOf(db));
    installDerived(db);
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

function store(
  db: Database.Database,
  opening: Opening,
  lock: WriteLock,
  actor: () => Actor,
  passphrase: string | undefined,
): CaseStore {
  settleReplica(db, opening.path);
  // The triggers call the journal's function, so it must be there before they are made.
  const journal = new Journal(db, replicaOf(db));
  installDerived(db);
  const reader = (other = opening.path, readonly = true) =>
    readerOf(other, opening, passphrase, readonly);
  return keyed(new CaseStore(db, opening, lock, journal, actor, reader), passphrase);
}

const passphrases = new WeakMap<CaseStore, string>();

function keyed(store: CaseStore, passphrase: string | undefined): CaseStore {
  if (store.opening.encrypted && passphrase !== undefined) passphrases.set(store, passphrase);
  return store;
}

/** What an open case was opened with, for a thread that opens it too; undefined when it is not encrypted. */
export function passphraseOf(store: CaseStore): string | undefined {
  return passphrases.get(store);
}

function replicaOf(db: Database.Database): string {
  return localValue(db, 'replica') ?? '';
}

/** A connection of its own to a file that is open, for reading only, or to a copy of it. */
function readerOf(
  file: string,
  { encrypted, path }: Opening,
  passphrase: string | undefined,
  readonly = true,
): Database.Database {
  const db = new Database(file, { readonly });
  try {
    enter(db, path, encrypted, passphrase);
    // Words of an encrypted case are never put in a temporary file.
    db.pragma(`temp_store = ${encrypted ? 'MEMORY' : 'FILE'}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Takes the right to write a case file, or says why it cannot be had.
 *
 * @param name of the analyst who takes it, for others to see
 */
export function lockFor(
  target: string,
  name = '',
): {
  lock: WriteLock | null;
  holder: Holder | null;
  reason: 'held' | 'file';
} {
  try {
    if (existsSync(target)) accessSync(target, constants.W_OK);
    accessSync(dirname(target), constants.W_OK);
    const taken = WriteLock.take(target, name);
    return taken instanceof WriteLock
      ? { lock: taken, holder: null, reason: 'held' }
      : { lock: null, holder: taken.holder, reason: 'held' };
  } catch (error) {
    const failure = storeFailure(error, target);
    const unwritable =
      isCannotOpen(error) ||
      (failure instanceof CaseError &&
        ['case.readOnly', 'file.notWritable', 'file.diskFull'].includes(failure.code));
    if (unwritable) return { lock: null, holder: null, reason: 'file' };
    throw failure;
  }
}

/** The file itself, by its true path. @throws CaseError `case.notFound`, `file.isFolder`, `file.notReadable` */
export function existing(path: string): string {
  const asked = resolve(path);
  const found = statSync(asked, { throwIfNoEntry: false });
  if (found === undefined) throw new CaseError('case.notFound', { path: asked });
  if (found.isDirectory()) throw new CaseError('file.isFolder', { path: asked });
  try {
    accessSync(asked, constants.R_OK);
  } catch (error) {
    throw new CaseError('file.notReadable', { path: asked }, error);
  }
  return realpathSync(asked);
}

/**
 * Whether the file is encrypted. An encrypted case file is random from its first byte, so it cannot be told from other
 * random bytes; what can be told is that a file has some other format, or the wrong length.
 */
export function isEncrypted(path: string, passphrase: string | undefined): boolean {
  const here = openHere(path);
  if (here !== undefined) {
    if (here.encrypted && passphrase === undefined) {
      throw new CaseError('case.passphraseNeeded', { path });
    }
    return here.encrypted;
  }
  const head = Buffer.alloc(512);
  const handle = openSync(path, 'r');
  let length: number;
  try {
    length = readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  if (head.subarray(0, sqliteHeader.length).equals(sqliteHeader)) return false;
  const size = statSync(path).size;
  if (length < 512 || size % 512 !== 0 || !looksRandom(head)) {
    throw new CaseError('case.notACaseFile', { path });
  }
  if (passphrase === undefined) throw new CaseError('case.passphraseNeeded', { path });
  return true;
}

/** Whether 512 bytes could be cipher text: random ones have about 221 distinct values, and never fewer than 180. */
function looksRandom(bytes: Buffer): boolean {
  return new Set(bytes).size > 180;
}

/** SQLCipher 4's format (https://www.zetetic.net/sqlcipher/design/), by SQLite3 Multiple Ciphers. */
function unlock(db: Database.Database, passphrase: string): void {
  db.pragma(`cipher = 'sqlcipher'`);
  db.pragma('legacy = 4');
  db.pragma(`key = ${quotedKey(passphrase)}`);
}

/** A passphrase as a pragma takes it: in one of the ways in which Unicode writes the same letters. */
export function quotedKey(passphrase: string): string {
  return `'${passphrase.normalize('NFC').replaceAll("'", "''")}'`;
}

/**
 * Unlocks a database that was just opened and sees to it that it is a case file of a version that is known.
 *
 * @throws CaseError `case.passphraseWrong`, `case.damaged`, `case.notACaseFile`, `case.newerVersion`
 */
export function enter(
  db: Database.Database,
  path: string,
  encrypted: boolean,
  passphrase: string | undefined,
): void {
  if (encrypted && passphrase !== undefined) unlock(db, passphrase);
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') {
      throw new CaseError(encrypted ? 'case.passphraseWrong' : 'case.damaged', { path }, error);
    }
    throw error;
  }
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    throw new CaseError('case.notACaseFile', { path });
  }
  const version = formatVersion(db);
  const known = migrationNames().length;
  if (version > known) throw new CaseError('case.newerVersion', { path, version, known });
}

function prepareForWriting(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
  db.pragma('busy_timeout = 5000');
}

function isCannotOpen(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_READONLY'))
  );
}
