import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import { packageFolder } from '../resources.ts';

const MigrationList = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });

/** The migrations in order, by name. Their number is the format's version, kept in `user_version`. */
export function migrationNames(): string[] {
  const list = MigrationList.parse(
    JSON.parse(readFileSync(join(packageFolder(), 'migrations', 'meta', '_journal.json'), 'utf8')),
  );
  return list.entries.toSorted((a, b) => a.idx - b.idx).map((entry) => entry.tag);
}

/**
 * Brings a case file to this version's format, all or nothing. Foreign keys are off meanwhile, because a table that
 * is rebuilt would otherwise delete its children; they are checked before the transaction ends. An existing file is
 * copied first, to `PATH.before-migration`, and the copy is removed when all went well.
 *
 * @param prepare drops what hangs on the tables (views, triggers, indexes of search), inside the transaction
 * @throws CaseError `case.damaged` when foreign keys do not hold afterwards
 */
export function migrate(
  db: Database.Database,
  path: string,
  prepare: (db: Database.Database) => void,
): void {
  const names = migrationNames();
  const version = formatVersion(db);
  if (version >= names.length) return;
  const copy = `${path}.before-migration`;
  if (version > 0) {
    db.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(path, copy);
  }
  db.pragma('foreign_keys = OFF');
  try {
    db.exec('BEGIN EXCLUSIVE');
    try {
      prepare(db);
      for (const name of names.slice(version)) {
        db.exec(readFileSync(join(packageFolder(), 'migrations', `${name}.sql`), 'utf8'));
      }
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new CaseError('case.damaged', { path, reason: 'foreign_key_check' });
      }
      db.pragma(`user_version = ${names.length}`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
  if (version > 0) rmSync(copy, { force: true });
}

/** The format version of an open case file: how many migrations it has had. */
export function formatVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
