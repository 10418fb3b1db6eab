import type Database from 'better-sqlite3';
import { CaseStore } from './case-store.ts';
import { clusterObjects, refreshClusters } from './clusters.ts';
import { storeFailure } from './failure.ts';
import { Journal } from './journal.ts';
import { byRow, orderedChanges, stateOf, type OrderedChange } from './merge/index.ts';

/*
 * A case as it was: a connection of its own, for reading, on which the tables that changed since are covered by temporary
 * ones with the rows of then. Those live in memory, so that of an encrypted case nothing is written anywhere; texts and
 * originals, which never change, are read where they are.
 */

/** Tables that clusters and the names by which entities are shown follow from. */
const ofClusters = ['entity', 'name', 'resolution', 'assessment'];

/**
 * The last change set by the end of a moment, as its id in this file; 0 when there was none. Sets that came in together count
 * once all of them were there.
 *
 * @param reading of the clock: what has it, or a later one, came later
 */
export function lastChangeSetBefore(store: Pick<CaseStore, 'one'>, reading: string): number {
  const later = store.one<{ id: number | null }>(
    'SELECT min(id) AS id FROM change_set WHERE clock >= ?',
    reading,
  )?.id;
  const last =
    later === null || later === undefined
      ? (store.one<{ id: number | null }>('SELECT max(id) AS id FROM change_set')?.id ?? 0)
      : later - 1;
  const within = store.one<{ first: number }>(
    `SELECT m.value ->> 0 AS first FROM local, json_each(local.value) m
     WHERE local.key = 'merges' AND m.value ->> 0 <= @last AND m.value ->> 1 > @last`,
    { last },
  );
  return within === undefined ? last : within.first - 1;
}

/**
 * The case as it was once a change set was the last one, for reading. It is the caller's to close, and sees nothing of what
 * is done to the case meanwhile. Lists of search are not those of then.
 *
 * @param last id of the change set in this file
 * @throws CaseError `case.notOpen`, `case.damaged`
 */
export function storeAsOf(store: CaseStore, last: number): CaseStore {
  const { path } = store.opening;
  const db = store.reader();
  try {
    db.pragma('temp_store = MEMORY');
    db.pragma('foreign_keys = OFF');
    // One moment, held: a transaction sees the moment of its first read.
    db.exec('BEGIN');
    db.prepare('SELECT 1 FROM local').get();
    coverWith(db, last);
    const opening = { ...store.opening, access: 'read', readOnlyReason: 'asked' } as const;
    const actor = () => {
      throw new Error('what was cannot be changed');
    };
    return new CaseStore(db, opening, null, new Journal(db, store.replica), actor, (copy) =>
      store.reader(copy),
    );
  } catch (error) {
    db.close();
    throw storeFailure(error, path);
  }
}

function coverWith(db: Database.Database, last: number): void {
  const touched = db
    .prepare<[number], string>('SELECT DISTINCT table_name FROM change WHERE change_set_id > ?')
    .pluck()
    .all(last);
  for (const table of touched) coverTable(db, table, last);
  if (touched.some((table) => ofClusters.includes(table))) coverClusters(db);
  db.exec(`CREATE TEMP VIEW change_set AS SELECT * FROM main.change_set WHERE id <= ${Math.trunc(last)};
    CREATE TEMP VIEW change AS SELECT * FROM main.change WHERE change_set_id <= ${Math.trunc(last)};`);
}

/** Puts a copy of a table before it in which each row that was touched since is as it was. */
function coverTable(db: Database.Database, table: string, last: number): void {
  const objects = db
    .prepare<[string], { type: string; sql: string }>(
      `SELECT type, sql FROM main.sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL
       ORDER BY type = 'index'`,
    )
    .all(table);
  const [own, ...indexes] = objects;
  // The journal of a damaged file may name anything.
  if (own === undefined || own.type !== 'table') return;
  db.exec(`CREATE TEMP TABLE touched_row (row_id TEXT PRIMARY KEY) WITHOUT ROWID`);
  db.prepare(
    `INSERT INTO temp.touched_row SELECT DISTINCT row_id FROM main.change WHERE change_set_id > ? AND table_name = ?`,
  ).run(last, table);
  const changes = db.prepare<[Record<string, string | number>], OrderedChange>(
    orderedChanges(
      `c.change_set_id <= @last AND c.table_name = @table AND c.row_id IN (SELECT row_id FROM temp.touched_row)`,
    ),
  );
  const then = [...byRow(changes.iterate({ last, table }))].flatMap((ofRow) => {
    const state = stateOf(ofRow);
    const id = ofRow[0]?.rowId;
    return state?.there === true && id !== undefined ? [{ id, ...state.fields }] : [];
  });
  db.exec(own.sql.replace(/^CREATE TABLE\s+/iu, 'CREATE TEMP TABLE '));
  db.exec(
    `INSERT INTO temp."${table}" SELECT * FROM main."${table}" WHERE id NOT IN (SELECT row_id FROM temp.touched_row)`,
  );
  for (const row of then) {
    const columns = Object.keys(row);
    db.prepare(
      `INSERT INTO temp."${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(...Object.values(row));
  }
  for (const { sql } of indexes) {
    // What was once unique may not be so in the middle of what came in together.
    db.exec(sql.replace(/^CREATE (?:UNIQUE )?INDEX\s+/iu, 'CREATE INDEX temp.'));
  }
  db.exec('DROP TABLE temp.touched_row');
}

function coverClusters(db: Database.Database): void {
  for (const { type, create, fill } of clusterObjects()) {
    if (type !== 'table' && type !== 'view') continue;
    db.exec(create.replace(/^CREATE (TABLE|VIEW)/u, 'CREATE TEMP $1'));
    if (fill !== undefined) db.exec(fill);
  }
  db.exec('CREATE INDEX temp.cluster_member ON cluster (head_id)');
  refreshClusters(db);
}
