import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/*
 * The table `local` says what this one file is: its replica, the place where it lies, the hash of its derived objects. It
 * is not journaled, so a seal over its rows, and over SQLite's statistics, lets `verify` find a change of theirs.
 */

/** A value of `local`, or undefined. */
export function localValue(db: Database.Database, key: string): string | undefined {
  return db.prepare<[string], { value: string }>('SELECT value FROM local WHERE key = ?').get(key)
    ?.value;
}

/** Sets values of `local`. */
export function setLocal(db: Database.Database, values: Record<string, string>): void {
  sealed(db, () => {
    const set = db.prepare('INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)');
    for (const [key, value] of Object.entries(values)) set.run(key, value);
  });
}

/**
 * Does work that changes `local` or the statistics, in a transaction, and makes the seal anew; but not if it was broken
 * before, so that what went around the program is not covered up.
 */
export function sealed(db: Database.Database, work: () => void): void {
  db.transaction(() => {
    const before = localValue(db, 'seal');
    const whole = before === undefined || before === localSeal(db);
    work();
    if (!whole) return;
    const seal = localSeal(db);
    if (seal === before) return;
    db.prepare(`INSERT OR REPLACE INTO local (key, value) VALUES ('seal', ?)`).run(seal);
  })();
}

/** SHA-256, in hexadecimal, of the rows of `local` but the seal, and of the planner's statistics. */
export function localSeal(db: Database.Database): string {
  const hash = createHash('sha256');
  const rows = db
    .prepare<[], { row: string }>(
      `SELECT json_array(key, value) AS row FROM local WHERE key <> 'seal' ORDER BY key`,
    )
    .all();
  for (const { row } of rows) hash.update(`${row}\n`);
  const statistics = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE name IN ('sqlite_stat1', 'sqlite_stat4') ORDER BY name`,
    )
    .all();
  for (const { name } of statistics) {
    for (const row of db.prepare<[], unknown[]>(`SELECT * FROM "${name}"`).raw().all()) {
      const cells = row.map((cell) => (Buffer.isBuffer(cell) ? cell.toString('hex') : cell));
      hash.update(`${JSON.stringify([name, ...cells])}\n`);
    }
  }
  return hash.digest('hex');
}
