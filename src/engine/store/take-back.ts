import { getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { changedColumns, fieldsOf } from './foreign-changes.ts';
import type { ChangeSetRecord } from './journal.ts';
import { journaled } from './schema.ts';
import type { Writer } from './writer.ts';

type Change = ChangeSetRecord['changes'][number];

/** What reads a case: the case itself, or the hand that writes, which sees its own transaction. */
export interface Reads {
  one<Found>(sql: string, ...parameters: (string | number)[]): Found | undefined;
  all<Found>(sql: string, ...parameters: (string | number)[]): Found[];
}

/** Something that a later gesture did to what is to be taken back, so that taking it back would undo that too. */
export interface BuiltUpon {
  tableName: string;
  rowId: string;
  /** The latest change set that did it, by its id in this file. */
  changeSet: number | null;
}

/** A column that leads to a row of another journaled table. */
interface Reference {
  child: string;
  column: string;
}

/** A column that leads to a row of a table. */
interface Way {
  column: string;
  parent: string;
  /** Whether a row stays, without it, when what it leads to goes. */
  loose: boolean;
}

/** Who leads to a table, and where the rows of a table lead, by foreign keys. */
const referencesTo = new Map<string, Reference[]>();
const referencesFrom = new Map<string, Way[]>();
for (const table of Object.values(journaled)) {
  for (const key of getTableConfig(table).foreignKeys) {
    const { columns, foreignTable } = key.reference();
    const parent = getTableName(foreignTable);
    const [column] = columns;
    if (column === undefined) continue;
    const known = referencesTo.get(parent) ?? [];
    known.push({ child: getTableName(table), column: column.name });
    referencesTo.set(parent, known);
    const child = getTableName(table);
    referencesFrom.set(child, [
      ...(referencesFrom.get(child) ?? []),
      { column: column.name, parent, loose: key.onDelete === 'set null' },
    ]);
  }
}

/**
 * What later gestures did to the rows that a change set touched, found by comparing them with what it left. Empty when
 * it can be taken back without losing anything.
 *
 * @param changes of the set, in the order in which they were made
 */
export function builtUpon(reads: Reads, id: number, changes: readonly Change[]): BuiltUpon[] {
  const found: BuiltUpon[] = [];
  const made = new Set(
    changes
      .filter((change) => change.operation === 'insert')
      .map((change) => `${change.tableName} ${change.rowId}`),
  );
  // Rows that were there before, and that the set itself led to what it made.
  const led = new Set(
    changes
      .filter((change) => change.operation === 'update')
      .flatMap((change) =>
        Object.entries(fieldsOf(change)).map(
          ([column, [, now]]) => `${change.tableName} ${change.rowId} ${column} ${String(now)}`,
        ),
      ),
  );
  const taken = new Set(
    changes
      .filter((change) => change.operation === 'delete')
      .map((change) => `${change.tableName} ${change.rowId}`),
  );
  for (const change of finalChanges(changes)) {
    const { tableName, rowId } = change;
    const row = reads.one<Record<string, unknown>>(
      `SELECT * FROM "${tableName}" WHERE id = ?`,
      rowId,
    );
    const altered =
      change.operation === 'delete'
        ? row !== undefined
        : row === undefined ||
          Object.entries(fieldsOf(change)).some(([column, [, now]]) => row[column] !== now);
    if (altered) {
      found.push({ tableName, rowId, changeSet: latestOn(reads, id, tableName, rowId) });
    } else if (change.operation === 'delete') {
      const was = Object.fromEntries(
        Object.entries(fieldsOf(change)).map(([column, [before]]) => [column, before]),
      );
      for (const parent of missingParents(reads, tableName, was)) {
        if (taken.has(`${parent.tableName} ${parent.rowId}`)) continue;
        const { tableName: ofParent, rowId: parentId } = parent;
        found.push({
          tableName: ofParent,
          rowId: parentId,
          changeSet: latestOn(reads, id, ofParent, parentId),
        });
      }
    }
    if (change.operation === 'insert') {
      for (const child of dependants(reads, tableName, rowId)) {
        const { column, ...row } = child;
        if (made.has(`${row.tableName} ${row.rowId}`)) continue;
        if (led.has(`${row.tableName} ${row.rowId} ${column} ${rowId}`)) continue;
        found.push({ ...row, changeSet: latestOn(reads, id, row.tableName, row.rowId) });
      }
    }
  }
  return found;
}

/**
 * Does the opposite of a change set, in the opposite order. What later gestures built upon it is undone with it: call
 * `builtUpon` first to know.
 */
export function takeBack(writer: Writer, changes: readonly Change[]): void {
  const restored: { tableName: string; rowId: string }[] = [];
  for (const change of changes.toReversed()) {
    const { tableName, rowId, operation } = change;
    const fields = Object.entries(fieldsOf(change));
    changedColumns(change);
    const names = fields.map(([column]) => `"${column}"`);
    const before = fields.map(([, [was]]) => was);
    if (operation === 'insert') {
      if (tableName !== 'note') {
        const subject = tableName === 'case_file' ? 'case' : tableName;
        writer.run('DELETE FROM note WHERE subject_table = ? AND subject_id = ?', subject, rowId);
      }
      writer.run(`DELETE FROM "${tableName}" WHERE id = ?`, rowId);
    } else if (operation === 'update') {
      if (fields.length === 0) continue;
      writer.run(
        `UPDATE "${tableName}" SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
        ...before,
        rowId,
      );
    } else {
      writer.run(
        `INSERT OR IGNORE INTO "${tableName}" (${['id', ...names].join(', ')}) VALUES (${['?', ...names.map(() => '?')].join(', ')})`,
        rowId,
        ...before,
      );
      restored.push({ tableName, rowId });
    }
  }
  dropOrphans(writer, restored);
}

/**
 * Takes away again what came back although what it hangs on is gone for good, until everything hangs on something. What
 * only led to something that is gone stays, and leads to nothing.
 */
function dropOrphans(
  writer: Writer,
  restored: readonly { tableName: string; rowId: string }[],
): void {
  for (let dropped = true; dropped;) {
    dropped = false;
    for (const { tableName, rowId } of restored) {
      const row = writer.one<Record<string, unknown>>(
        `SELECT * FROM "${tableName}" WHERE id = ?`,
        rowId,
      );
      if (row === undefined) continue;
      const missing = missingParents(writer, tableName, row);
      for (const { column, loose } of missing) {
        if (loose) writer.run(`UPDATE "${tableName}" SET "${column}" = NULL WHERE id = ?`, rowId);
      }
      if (missing.every(({ loose }) => loose)) continue;
      writer.run(`DELETE FROM "${tableName}" WHERE id = ?`, rowId);
      dropped = true;
    }
  }
}

function missingParents(
  reads: Reads,
  tableName: string,
  row: Record<string, unknown>,
): { tableName: string; rowId: string; column: string; loose: boolean }[] {
  return (referencesFrom.get(tableName) ?? []).flatMap(({ column, parent, loose }) => {
    const id = row[column];
    if (typeof id !== 'string') return [];
    const there = reads.one(`SELECT 1 FROM "${parent}" WHERE id = ?`, id) !== undefined;
    return there ? [] : [{ tableName: parent, rowId: id, column, loose }];
  });
}

/** What a set left of each row it touched: the first and last of its changes of the row, as one. */
function finalChanges(changes: readonly Change[]): Change[] {
  const rows = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.tableName} ${change.rowId}`;
    const earlier = rows.get(key);
    rows.set(key, earlier === undefined ? change : joined(earlier, change));
  }
  return [...rows.values()].filter((change) => change.fields !== gone);
}

/** Marks a row that a set both made and took away. */
const gone = 'gone';

function joined(earlier: Change, later: Change): Change {
  if (earlier.fields === gone) return later;
  if (earlier.operation === 'insert' && later.operation === 'delete') {
    return { ...later, fields: gone };
  }
  if (later.operation === 'delete') return later;
  const fields: Record<string, [unknown, unknown]> = { ...fieldsOf(earlier) };
  for (const [column, [was, now]] of Object.entries(fieldsOf(later))) {
    fields[column] = [fields[column]?.[0] ?? was, now];
  }
  const operation = earlier.operation === 'delete' ? 'update' : earlier.operation;
  return { ...later, operation, fields: JSON.stringify(fields) };
}

function dependants(
  reads: Reads,
  tableName: string,
  rowId: string,
): { tableName: string; rowId: string; column: string }[] {
  const found = (referencesTo.get(tableName) ?? []).flatMap(({ child, column }) =>
    reads
      .all<{ id: string }>(`SELECT id FROM "${child}" WHERE "${column}" = ?`, rowId)
      .map(({ id }) => ({ tableName: child, rowId: id, column })),
  );
  const notes = reads.all<{ id: string }>(
    'SELECT id FROM note WHERE subject_table = ? AND subject_id = ?',
    tableName,
    rowId,
  );
  return [
    ...found,
    ...notes.map(({ id }) => ({ tableName: 'note', rowId: id, column: 'subject_id' })),
  ];
}

function latestOn(reads: Reads, after: number, tableName: string, rowId: string): number | null {
  return (
    reads.one<{ id: number }>(
      `SELECT change_set_id AS id FROM change
       WHERE table_name = ? AND row_id = ? AND change_set_id > ? ORDER BY id DESC LIMIT 1`,
      tableName,
      rowId,
      after,
    )?.id ?? null
  );
}
