import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import { packageFolder } from '../resources.ts';
import { sealed } from './local.ts';
import { flushFile } from './backup.ts';
import { storeFailure } from './failure.ts';

const MigrationList = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });

/** The migrations in order, by name. Their number is the format's version, kept in `user_version`. */
export function migrationNames(): string[] {
  const list = MigrationList.parse(
    JSON.parse(readFileSync(join(packageFolder(), 'migrations', 'meta', '_journal.json'), 'utf8')),
  );
  return list.entries.toSorted((a, b) => a.idx - b.idx).map((entry) => entry.tag);
}

/** What is known of a case before its file is brought to this version's format. */
export interface MigratedCase {
  id: string;
  title: string;
  path: string;
  encrypted: boolean;
  /** Change sets that it has. */
  revision: number;
}

/** Says where the backup of a case goes that is about to be migrated; nothing is there. */
export type MigrationBackup = (about: MigratedCase) => string;

/**
 * Brings a case file to this version's format, all or nothing. Foreign keys are off meanwhile, because a table that
 * is rebuilt would otherwise delete its children; they are checked before the transaction ends. A file that was made
 * earlier is backed up first.
 *
 * @param prepare drops what hangs on the tables (views, triggers, indexes of search), inside the transaction
 * @param backup where the backup goes, which stays. Left out, it lies at `PATH.before-migration` and is removed when all
 *   went well; `null`, there is none, for a file that is a copy itself.
 * @throws CaseError `case.migrationFailed` {backup}: the file is as it was; `file.diskFull`
 */
export function migrate(
  db: Database.Database,
  path: string,
  prepare: (db: Database.Database) => void,
  { encrypted, backup }: { encrypted: boolean; backup?: MigrationBackup | null | undefined },
): void {
  const names = migrationNames();
  const version = formatVersion(db);
  if (version >= names.length) return;
  const beside = `${path}.before-migration`;
  const copy = version > 0 && backup !== null ? backedUp(db, path, encrypted, backup, beside) : '';
  db.pragma('foreign_keys = OFF');
  try {
    db.exec('BEGIN EXCLUSIVE');
    try {
      const change = (): void => {
        prepare(db);
        for (const name of names.slice(version)) {
          db.exec(readFileSync(join(packageFolder(), 'migrations', `${name}.sql`), 'utf8'));
        }
      };
      // With a table go the statistics of it, which the seal covers; a file that is being made has none yet.
      if (version === 0) change();
      else sealed(db, change);
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new CaseError('case.damaged', { path, reason: 'foreign_key_check' });
      }
      db.pragma(`user_version = ${names.length}`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw migrationFailure(error, path, copy);
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
  if (copy === beside && backup === undefined) rmSync(copy, { force: true });
}

/** Backs a case file up before it is migrated: where it was said, or, when that cannot be, beside it. @returns where */
function backedUp(
  db: Database.Database,
  path: string,
  encrypted: boolean,
  backup: MigrationBackup | undefined,
  beside: string,
): string {
  const copyTo = (target: string): string => {
    // Complete, of one moment, and encrypted as the file is. What is left of a try that was cut short is no backup.
    const draft = `${target}.part`;
    rmSync(draft, { force: true });
    try {
      db.prepare('VACUUM INTO ?').run(draft);
      flushFile(draft);
      renameSync(draft, target);
    } finally {
      rmSync(draft, { force: true });
    }
    return target;
  };
  if (backup !== undefined) {
    try {
      const about = db
        .prepare<[], Pick<MigratedCase, 'id' | 'title' | 'revision'>>(
          'SELECT id, title, (SELECT count(*) FROM change_set) AS revision FROM case_file',
        )
        .get();
      if (about !== undefined) return copyTo(backup({ ...about, path, encrypted }));
    } catch {
      // The folder is gone or full: the backup is made beside the file, and if that cannot be, nothing is migrated.
    }
  }
  return copyTo(beside);
}

function migrationFailure(error: unknown, path: string, backup: string): unknown {
  const failure = storeFailure(error, path);
  if (failure instanceof CaseError && failure.code === 'file.diskFull') return failure;
  const reason = error instanceof Error ? error.message : String(error);
  return new CaseError('case.migrationFailed', { path, backup, reason }, error);
}

/** The format version of an open case file: how many migrations it has had. */
export function formatVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
