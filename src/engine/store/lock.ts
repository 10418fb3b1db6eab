import { rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import type { Holder } from '#contract/case.ts';

/**
 * The right to write a case file, held by one process at a time. It is a write lock on a small database beside the
 * file (`FILE-lock`), so the operating system gives it up when its holder dies, however it dies, and it works where
 * SQLite's own locks do. The small database says who holds it and since when.
 */
export class WriteLock {
  readonly #db: Database.Database;
  readonly #path: string;

  private constructor(db: Database.Database, path: string) {
    this.#db = db;
    this.#path = path;
  }

  /**
   * Takes the lock of a case file.
   *
   * @param name of the analyst who is to hold it
   * @returns the lock, or who holds it
   * @throws when the folder cannot be written (`SQLITE_CANTOPEN`, `SQLITE_READONLY`)
   */
  static take(casePath: string, name: string): WriteLock | { holder: Holder } {
    const path = `${casePath}-lock`;
    for (;;) {
      const db = new Database(path, { timeout: 0 });
      try {
        const since = new Date().toISOString();
        db.exec(
          'CREATE TABLE IF NOT EXISTS writer (one INTEGER PRIMARY KEY, name TEXT, host TEXT, pid INTEGER, since TEXT)',
        );
        db.prepare('INSERT OR REPLACE INTO writer VALUES (1, ?, ?, ?, ?)').run(
          name,
          hostname(),
          process.pid,
          since,
        );
        db.exec('BEGIN IMMEDIATE');
        if (isLocked(path)) return new WriteLock(db, path);
        db.close();
      } catch (error) {
        if (!isBusy(error)) {
          db.close();
          throw error;
        }
        const holder = db
          .prepare<[], Holder>('SELECT name, host, pid, since FROM writer WHERE one = 1')
          .get();
        db.close();
        return { holder: holder ?? { name: '', host: '?', pid: 0, since: '' } };
      }
    }
  }

  /** Gives the lock up and takes its file away. */
  release(): void {
    // The file goes while the lock is still held, so that nobody takes a lock on a file about to vanish.
    rmSync(this.#path, { force: true });
    this.#db.close();
    rmSync(`${this.#path}-journal`, { force: true });
  }
}

/** Whether the lock just taken is on the file at that path: a holder that leaves takes its file away. */
function isLocked(path: string): boolean {
  try {
    statSync(path);
  } catch {
    return false;
  }
  const other = new Database(path, { timeout: 0 });
  try {
    other.exec('BEGIN IMMEDIATE');
    other.exec('ROLLBACK');
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    other.close();
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED'))
  );
}
