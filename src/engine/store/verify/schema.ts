import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { packageFolder } from '../../resources.ts';
import { derivedIsCurrent, installDerived } from '../derived.ts';
import { localSeal } from '../local.ts';
import { migrationNames } from '../migrate.ts';
import { applicationId } from '../open.ts';
import type { Inspection } from './inspection.ts';

interface Item {
  type: string;
  name: string;
  on: string;
  sql: string | null;
}

/**
 * Tables, indexes, triggers and views, to the letter: a case file has those that this version of the program makes, and
 * no others, so that nothing was put in between or taken away. SQLite's own tables of statistics may be there.
 */
export function checkSchema(inspection: Inspection): void {
  const expected = new Map(itemsOf(referenceSchema()).map((item) => [item.name, item]));
  for (const item of itemsOf(inspection.db)) {
    inspection.looked();
    const { type, name, on, sql } = item;
    const wanted = expected.get(name);
    expected.delete(name);
    if (wanted === undefined) inspection.found('sqlite_schema', name, `no ${type} of a case file`);
    else if (wanted.type !== type || wanted.on !== on || wanted.sql !== sql) {
      inspection.found('sqlite_schema', name, `${type} is not as it was made`);
    }
  }
  for (const { type, name } of expected.values()) {
    inspection.found('sqlite_schema', name, `${type} is missing`);
  }
}

/** What the file says of itself, apart from the case in it. */
export function checkLocal(inspection: Inspection): void {
  const { db } = inspection;
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    inspection.found('', '', 'is not marked as a case file');
  }
  if (db.pragma('user_version', { simple: true }) !== migrationNames().length) {
    inspection.found('', '', 'is in the format of another version');
  }
  const rows = new Map(
    inspection
      .all<{ key: string; value: string }>('SELECT key, value FROM local')
      .map(({ key, value }) => [key, value]),
  );
  inspection.looked(rows.size);
  if (!derivedIsCurrent(db)) {
    inspection.found('local', 'derived', 'was made by another version of the program');
  }
  if (rows.get('seal') !== localSeal(db)) {
    inspection.found('local', 'seal', 'rows are not those that were sealed');
  }
  if (inspection.one('SELECT 1 FROM case_file') === undefined) {
    inspection.found('case_file', '', 'holds no case');
  }
}

let reference: Database.Database | undefined;

/** A database in memory with the schema of this version. */
function referenceSchema(): Database.Database {
  if (reference !== undefined) return reference;
  const db = new Database(':memory:');
  for (const name of migrationNames()) {
    db.exec(readFileSync(join(packageFolder(), 'migrations', `${name}.sql`), 'utf8'));
  }
  db.function('legajo_gesture', () => null);
  installDerived(db);
  reference = db;
  return db;
}

function itemsOf(db: Database.Database): Item[] {
  return db
    .prepare<[], Item>(
      `SELECT type, name, tbl_name AS "on", sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'`,
    )
    .all();
}
