import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { CaseError } from '#contract/error.ts';

/** Whether a file that is open for writing is where it was opened, with its write-ahead log, and what becomes of it if not. */
export class Presence {
  readonly #db: Database.Database;
  readonly #path: string;
  readonly #file: { dev: number; ino: number };
  /** Inode of the write-ahead log, where what is written goes first; null while there is none. */
  #log: number | null;

  constructor(db: Database.Database, path: string) {
    this.#db = db;
    this.#path = path;
    this.#file = statSync(path);
    this.#log = this.#logThere();
  }

  /**
   * To be called before each change. A file that was taken away or replaced, or its write-ahead log, would take changes
   * that nobody ever sees again. What was done before is then put into the file itself, wherever it is now, so that it
   * misses nothing and its log does not fall to another file of its name; and the file is let go of.
   *
   * @throws CaseError `case.vanished`
   */
  require(): void {
    this.requireOpen();
    if (this.leaveIfGone()) throw this.#vanished();
  }

  /** If the file is gone from where it was opened, makes it whole and lets go of it. @returns whether it is gone */
  leaveIfGone(): boolean {
    if (!this.#db.open) return true;
    this.#log ??= this.#logThere();
    if (this.#isHere()) return false;
    if (this.#rest()) this.#db.close();
    return true;
  }

  /** To be called before reading. @throws CaseError `case.vanished` when the file was let go of */
  requireOpen(): void {
    if (!this.#db.open) throw this.#vanished();
  }

  /** Closes the connection. @param last what is to be written before, if the file is still here */
  close(last: () => void): void {
    if (!this.#db.open) return;
    try {
      if (this.#isHere()) {
        last();
        this.#log ??= this.#logThere();
      }
    } catch (error) {
      // It helps the next opening, and is no loss.
      if (!(error instanceof Error)) throw error;
    }
    this.#rest();
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
    return this.#logThere() === null;
  }

  #logThere(): number | null {
    return statSync(`${this.#path}-wal`, { throwIfNoEntry: false })?.ino ?? null;
  }

  #vanished(): CaseError {
    return new CaseError('case.vanished', { path: this.#path });
  }
}
