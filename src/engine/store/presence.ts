import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { CaseError } from '#contract/error.ts';
import { hasLog, isOpenUnderAnotherName } from './other-name.ts';

/** Whether a file that is open for writing is where it was opened, with its write-ahead log, and what becomes of it if not. */
export class Presence {
  readonly #db: Database.Database;
  readonly #path: string;
  readonly #file: { dev: number; ino: number };
  /** Inode of the write-ahead log, where what is written goes first; null while there is none. */
  #log: number | null;
  /** The file was made whole where it is now. It is not touched, since by its name another one would be. */
  #away = false;

  constructor(db: Database.Database, path: string) {
    this.#db = db;
    this.#path = path;
    this.#file = statSync(path);
    this.#log = this.#logThere();
  }

  /**
   * To be called before each change. A file that was taken away or replaced, or its write-ahead log, would take changes
   * that nobody ever sees again. What was done before is then put into the file itself, wherever it is now, so that it
   * misses nothing and its log does not fall to another file of its name; and the file is let go of until it is back.
   *
   * @throws CaseError `case.vanished`
   */
  require(): void {
    this.requireHeld();
    if (this.leaveIfGone()) throw this.#vanished();
  }

  /** To be called before reading: takes up a file that was let go of, if it is back. @throws CaseError `case.vanished` */
  requireHeld(): void {
    if (!this.#away) return;
    // Whoever opened it where it was meanwhile may have it still.
    if (!this.#isHere() || hasLog(this.#path) || isOpenUnderAnotherName(this.#db)) {
      throw this.#vanished();
    }
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('busy_timeout = 5000');
    this.#log = this.#logThere();
    this.#away = false;
  }

  /** If the file is gone from where it was opened, makes it whole and lets go of it. @returns whether it is gone */
  leaveIfGone(): boolean {
    if (this.#away) return true;
    this.#log ??= this.#logThere();
    if (this.#isHere()) return false;
    this.#away = this.#rest();
    return true;
  }

  /** Closes the connection. @param last what is to be written before, if the file is still here */
  close(last: () => void): void {
    try {
      if (!this.#away && this.#isHere()) {
        last();
        this.#log ??= this.#logThere();
      }
    } catch (error) {
      // It helps the next opening, and is no loss.
      if (!(error instanceof Error)) throw error;
    }
    if (!this.#away) this.#rest();
    // Of a file that is not where it was, this leaves alone what lies there now: SQLite looks.
    this.#db.close();
  }

  #isHere(): boolean {
    const now = statSync(this.#path, { throwIfNoEntry: false });
    return (
      now?.ino === this.#file.ino &&
      now.dev === this.#file.dev &&
      (this.#log === null || this.#logThere() === this.#log)
    );
  }

  /**
   * Makes the file whole by itself, without a log, unless someone else uses it, which SQLite's lock on it tells.
   *
   * @returns whether it is
   */
  #rest(): boolean {
    if (this.#log === null || this.#logThere() !== this.#log) return false;
    try {
      this.#db.pragma('busy_timeout = 0');
      this.#db.pragma('journal_mode = DELETE');
    } catch (error) {
      // Another reader is still there: the file stays in write-ahead mode, which is no loss.
      if (!(error instanceof Error)) throw error;
    } finally {
      this.#db.pragma('busy_timeout = 5000');
    }
    if (this.#logThere() !== null) return false;
    this.#log = null;
    return true;
  }

  #logThere(): number | null {
    return statSync(`${this.#path}-wal`, { throwIfNoEntry: false })?.ino ?? null;
  }

  #vanished(): CaseError {
    return new CaseError('case.vanished', { path: this.#path });
  }
}
