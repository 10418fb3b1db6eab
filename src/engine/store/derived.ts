import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { clusterObjects, refreshClusters } from './clusters.ts';
import { localValue, sealed, setLocal } from './local.ts';
import { journalTriggers } from './journal-triggers.ts';
import { messageReferences } from './message-references.ts';
import { searchIndex } from './search-index.ts';
import { publicViews } from './public-views.ts';

/*
 * What hangs on the tables and can be made again from them: the triggers that write the journal, the full-text
 * indexes, the clusters, who answers which message, the public views. It is not part of the migrations: it is dropped before one and made anew
 * after, whenever its definition has changed.
 */

/** One object of the database: how it is made, and how it is filled from what is there already. */
export interface DerivedObject {
  type: 'table' | 'index' | 'trigger' | 'view';
  name: string;
  create: string;
  fill?: string;
}

const objects = (): DerivedObject[] => [
  ...searchIndex(),
  ...clusterObjects(),
  ...messageReferences(),
  ...journalTriggers(),
  ...publicViews(),
];

/** Whether the derived objects are those of this version of the program. */
export function derivedIsCurrent(db: Database.Database): boolean {
  return localValue(db, 'derived') === derivedHash();
}

/** SHA-256, in hexadecimal, of how this version makes the derived objects. */
function derivedHash(): string {
  return createHash('sha256').update(JSON.stringify(objects())).digest('hex');
}

/** Makes the derived objects anew if their definition is not the one the file was made with. */
export function installDerived(db: Database.Database): void {
  if (derivedIsCurrent(db)) return;
  const wanted = objects();
  db.transaction(() => {
    // With a table go the statistics of it, which the seal covers.
    sealed(db, () => {
      dropDerived(db);
      for (const object of wanted) db.exec(object.create);
      for (const object of wanted) if (object.fill) db.exec(object.fill);
      refreshClusters(db);
      setLocal(db, { derived: derivedHash() });
    });
  }).immediate();
}

/** Drops every view, trigger, table of search, of clusters and of references, whatever version of the program made it. */
export function dropDerived(db: Database.Database): void {
  const found = db
    .prepare<[], { type: string; name: string }>(
      `SELECT type, name FROM sqlite_schema
       WHERE type IN ('view', 'trigger') OR (type = 'table'
         AND (name LIKE 'search\\_%' ESCAPE '\\' OR name IN ('cluster', 'cluster_stale', 'message_reference')))
       ORDER BY type = 'table', sql LIKE 'CREATE VIRTUAL%' DESC`,
    )
    .all();
  for (const { type, name } of found) {
    // The shadow tables of a full-text index go with it; by then they are no longer there.
    db.exec(`DROP ${type} IF EXISTS "${name}"`);
  }
}
