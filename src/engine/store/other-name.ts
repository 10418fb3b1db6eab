import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';

/*
 * A file that is moved while it is open leaves its write-ahead log behind, which goes by the file's name. Whoever opened
 * it where it is now would not see what is in that log, and what was done from both sides would destroy it. The
 * right to write (`lock.ts`) goes by the name as well; but SQLite's own lock is on the file, whatever its name.
 */

/** Whether there is a write-ahead log with anything in it beside a file. To be asked before the file is opened. */
export function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Whether a file in write-ahead mode that lies there without its log is open under another name. */
export function isOpenUnderAnotherName(db: Database.Database): boolean {
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') return false;
  try {
    db.pragma('busy_timeout = 0');
    db.pragma('journal_mode = DELETE');
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return true;
    throw error;
  }
}
