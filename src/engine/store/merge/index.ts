import { getTableName } from 'drizzle-orm';
import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../case-store.ts';
import { appendChangeSet, type ClosedChangeSet } from '../foreign-changes.ts';
import { journaled } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { unseenOf } from './accept.ts';
import { settling } from './fold.ts';
import { mend } from './mend.ts';
import type { Key } from './references.ts';
import { bringBack } from './return.ts';
import { View } from './view.ts';
import { mendedBy, writeRows, type Mended } from './write.ts';

export { changeSetsBeyond, versionVector, type VersionVector } from './accept.ts';
export { mergeOf, mergeSteps, noteMerge } from './merges.ts';
export { takeBackMerge } from './unmerge.ts';
export { conflictsOf, type Conflict } from './conflicts.ts';
export {
  afterChange,
  changeOrder,
  orderedColumns,
  settling,
  type OrderedChange,
  type RowState,
} from './fold.ts';

/** What a merge did. */
export interface Merged {
  /** Change sets that this file had not seen. */
  taken: number;
  /** Records that had to be mended, or brought back, for the whole to hold together. */
  mended: number;
}

/**
 * Takes in change sets that were made in other files of the same case. Each row becomes what all its changes make of it,
 * in the order of their clocks; then what must not be gone comes back (`return.ts`) and what the tables forbid is mended
 * (`mend.ts`), which this file writes down as a change set of its own. What it has seen already changes nothing. The texts
 * and bytes that new sources need must be there. All or nothing.
 *
 * @throws CaseError `merge.altered` {replica, sequence}, `merge.incomplete` ({replica, sequence} or {table, id}),
 *   `merge.otherCase`, `input.invalid` {reason}, and those of `CaseStore.gesture`
 */
export function mergeChangeSets(store: CaseStore, sets: readonly ClosedChangeSet[]): Merged {
  // Most of all: what is known already opens no transaction, and needs no right to write.
  if (unseenOf(store, sets).length === 0) return { taken: 0, mended: 0 };
  const { taken, mended } = store.takeIn<{ taken: number; mended: readonly Mended[] }>(
    settling,
    (writer) => {
      const unseen = unseenOf(writer, sets);
      for (const set of unseen) appendChangeSet(writer, set);
      const view = new View(writer);
      const touched = touchedBy(unseen);
      const ownCase = writer.one<{ id: string }>('SELECT id FROM case_file')?.id;
      for (const key of touched) {
        const state = view.state(key);
        if (state?.made !== true) throw new CaseError('merge.incomplete', { ...key });
        if (key.table === 'case_file' && ownCase !== undefined && key.id !== ownCase) {
          throw new CaseError('merge.otherCase', {});
        }
        view.set(key, state.there ? { id: key.id, ...state.fields } : null);
      }
      bringBack(view, writer, touched);
      mend(view);
      requireContent(view, writer);
      writeRows(view, writer);
      return {
        value: { taken: unseen.length, mended: mendedBy(view) },
        tables: journaledNames.filter((table) => view.concerned(table).length > 0),
        readings: unseen.map(({ clock }) => clock),
      };
    },
    (writer, value) => {
      for (const { tableName, rowId, operation, fields } of value.mended) {
        writer.run(
          `INSERT INTO change (change_set_id, table_name, row_id, operation, fields)
           VALUES (legajo_gesture(), ?, ?, ?, ?)`,
          tableName,
          rowId,
          operation,
          fields,
        );
      }
    },
  );
  return {
    taken,
    mended: new Set(mended.map(({ tableName, rowId }) => `${tableName} ${rowId}`)).size,
  };
}

const journaledNames = Object.values(journaled).map((table) => getTableName(table));

/** The rows that change sets speak of, each once. */
function touchedBy(sets: readonly ClosedChangeSet[]): Key[] {
  const keys = new Map<string, Key>();
  for (const { changes } of sets) {
    for (const { tableName, rowId } of changes) {
      keys.set(`${tableName} ${rowId}`, { table: tableName, id: rowId });
    }
  }
  return [...keys.values()];
}

/** A source that comes in finds its text and its bytes. */
function requireContent(view: View, writer: Writer): void {
  for (const { id, row } of view.changed('source')) {
    if (row === null || view.tableRow({ table: 'source', id }) !== null) continue;
    const there = writer.one(
      `SELECT 1 FROM extracted_text, blob WHERE extracted_text.sha256 = ? AND blob.sha256 = ?`,
      row['text_sha256'],
      row['sha256'],
    );
    if (there === undefined) throw new CaseError('merge.incomplete', { table: 'source', id });
  }
}
