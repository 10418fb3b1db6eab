import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../case-store.ts';
import { appendChangeSet, applyChange, changedColumns } from '../foreign-changes.ts';
import { foldJournal, withhold } from '../merge/index.ts';
import type { Writer } from '../writer.ts';
import type { Decided } from './decide.ts';
import { journaledTables, type Row } from './layout.ts';
import type { Past } from './past.ts';
import type { Remarks } from './remarks.ts';
import type { Salvage } from './salvage.ts';

/** Changes, about, that are replayed in one transaction. */
const batch = 2000;

/** Writes into the new file what it does not have by intent: contents that were withheld, and rows that were left out. */
export function bringAbsences(store: CaseStore, { withheld, leftOut }: Salvage): void {
  store.replay((writer) => {
    withhold(writer, [...withheld]);
    for (const { tableName, rowId, replica, first, last } of leftOut) {
      writer.run(
        `INSERT OR REPLACE INTO left_out (table_name, row_id, replica, first, last) VALUES (?, ?, ?, ?, ?)`,
        tableName,
        rowId,
        replica,
        first,
        last,
      );
    }
  });
}

/**
 * Replays the change sets that are kept into the new file. Those of a file that took in others' changes did not follow
 * each other in the order in which they came: its tables are made of all of them together.
 *
 * @returns how many; fewer than are kept only if one does not fit what those before it left
 */
export function replayPast(store: CaseStore, past: Past): number {
  const done = past.hasMerged
    ? appended(store, past, (writer, set) => {
        for (const change of set.changes) changedColumns(change);
        appendChangeSet(writer, set);
      })
    : appended(store, past, (writer, set) => {
        for (const change of set.changes) applyChange(writer, change);
        appendChangeSet(writer, set);
      });
  if (past.hasMerged) foldJournal(store);
  return done;
}

type KeptSet = ReturnType<Past['sets']> extends Iterable<infer T> ? T : never;

function appended(
  store: CaseStore,
  past: Past,
  append: (writer: Writer, set: KeptSet) => void,
): number {
  let done = 0;
  const sets = [...past.sets()];
  for (let from = 0; from < sets.length;) {
    let to = from;
    for (let weight = 0; to < sets.length && weight < batch; to += 1) {
      weight += sets[to]?.changes.length ?? 0;
    }
    const replay = (some: typeof sets) =>
      store.replay((writer) => {
        // A row and what led to it may have come back in the order in which they went.
        writer.run('PRAGMA defer_foreign_keys = ON');
        for (const set of some) append(writer, set);
      });
    try {
      replay(sets.slice(from, to));
      done = to;
    } catch (error) {
      if (!isUnfit(error)) throw error;
      for (const set of sets.slice(from, to)) {
        try {
          replay([set]);
        } catch (failure) {
          if (isUnfit(failure)) return done;
          throw failure;
        }
        done += 1;
      }
    }
    from = to;
  }
  return done;
}

/**
 * Makes the case in the new file what was decided, in one gesture that says that it was a repair; none when the history
 * that was kept leads to just that.
 */
export function bringRows(
  store: CaseStore,
  tables: ReadonlyMap<string, Decided>,
  remarks: Remarks,
): void {
  store.gesture('case.repair', (writer) => {
    const present = new Map(
      journaledTables.map((table) => [
        table,
        new Map(writer.all<Row>(`SELECT * FROM "${table}"`).map((row) => [String(row['id']), row])),
      ]),
    );
    for (const table of journaledTables.toReversed()) {
      const wanted = tables.get(table)?.rows;
      for (const id of present.get(table)?.keys() ?? []) {
        if (wanted?.has(id) !== true) writer.run(`DELETE FROM "${table}" WHERE id = ?`, id);
      }
    }
    for (const table of journaledTables) {
      let waiting = [...(tables.get(table)?.rows ?? [])];
      // A tag may come before the one above it.
      for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
        before = waiting.length;
        waiting = waiting.filter(([, row]) => !put(writer, table, row));
      }
      for (const [id, row] of waiting) {
        tables.get(table)?.rows.delete(id);
        remarks.lose(table, id, 'does not go together with another row, which was kept', row);
      }
    }
  });
}

/** Makes a row of the new file what it should be. @returns false when a constraint forbids it */
function put(writer: Writer, table: string, row: Row): boolean {
  const present = writer.one<Row>(`SELECT * FROM "${table}" WHERE id = ?`, row['id']);
  const changed = Object.keys(row).filter((column) => row[column] !== present?.[column]);
  if (present !== undefined && changed.length === 0) return true;
  try {
    writer.attempt(() => {
      if (present === undefined) {
        const columns = Object.keys(row);
        writer.run(
          `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
           VALUES (${columns.map(() => '?').join(', ')})`,
          ...columns.map((column) => row[column]),
        );
      } else {
        writer.run(
          `UPDATE "${table}" SET ${changed.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`,
          ...changed.map((column) => row[column]),
          row['id'],
        );
      }
    });
    return true;
  } catch (error) {
    if (isConstraint(error)) return false;
    throw error;
  }
}

function isUnfit(error: unknown): boolean {
  return (error instanceof CaseError && error.code === 'input.invalid') || isConstraint(error);
}

function isConstraint(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_CONSTRAINT')
  );
}
