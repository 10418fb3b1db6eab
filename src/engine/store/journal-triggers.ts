import { getTableColumns, getTableName } from 'drizzle-orm';
import type { DerivedObject } from './derived.ts';
import { journaled } from './schema.ts';

/**
 * The triggers that make the journal. Every insert, update and delete of a journaled table, whoever makes it and
 * however (a cascade, too), adds a row to `change` with the old and new value of each field it touches. They call
 * `legajo_gesture()`, which only this program defines and which answers only while a gesture is open, so a write
 * outside a gesture, or from another program, fails.
 */
export function journalTriggers(): DerivedObject[] {
  return [
    ...Object.values(journaled).flatMap((table) =>
      tableTriggers(
        getTableName(table),
        Object.values(getTableColumns(table))
          .map((column) => column.name)
          .filter((column) => column !== 'id'),
      ),
    ),
    ...sealed('change', ['update', 'delete']),
    {
      type: 'trigger',
      name: 'sealed_change_set_delete',
      create: `CREATE TRIGGER "sealed_change_set_delete" BEFORE DELETE ON change_set WHEN OLD.hash <> ''
BEGIN
  SELECT RAISE(ABORT, 'rows of change_set stay as they were written');
END`,
    },
    {
      type: 'trigger',
      name: 'sealed_change_set_update',
      create: `CREATE TRIGGER "sealed_change_set_update" BEFORE UPDATE ON change_set WHEN OLD.hash <> ''
BEGIN
  SELECT RAISE(ABORT, 'rows of change_set stay as they were written');
END`,
    },
    ...sealed('blob_chunk', ['update']),
    ...sealed('segment', ['update']),
  ];
}

function tableTriggers(table: string, columns: string[]): DerivedObject[] {
  const changed = columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ');
  const pairs = (pair: (column: string) => { old: string; new: string }) =>
    `(SELECT json_group_object(field, json_array(was, is_now)) FROM (${columns
      .map((column) => {
        const { old, new: now } = pair(column);
        return `SELECT '${column}' AS field, ${old} AS was, ${now} AS is_now`;
      })
      .join(' UNION ALL ')}) WHERE was IS NOT is_now)`;
  const trigger = (operation: string, when: string, rowId: string, fields: string) => ({
    type: 'trigger' as const,
    name: `journal_${table}_${operation}`,
    create: `CREATE TRIGGER "journal_${table}_${operation}" AFTER ${operation.toUpperCase()} ON "${table}" ${when}
BEGIN
  INSERT INTO change (change_set_id, table_name, row_id, operation, fields)
  SELECT gesture, '${table}', ${rowId}, '${operation}', ${fields}
  FROM (SELECT legajo_gesture() AS gesture) WHERE gesture > 0;
END`,
  });
  return [
    trigger(
      'insert',
      '',
      'NEW.id',
      pairs((column) => ({ old: 'NULL', new: `NEW."${column}"` })),
    ),
    trigger(
      'update',
      `WHEN OLD.id IS NOT NEW.id OR ${changed}`,
      'NEW.id',
      pairs((column) => ({ old: `OLD."${column}"`, new: `NEW."${column}"` })),
    ),
    trigger(
      'delete',
      '',
      'OLD.id',
      pairs((column) => ({ old: `OLD."${column}"`, new: 'NULL' })),
    ),
  ];
}

/** Triggers that refuse an operation on a table whose rows, once written, stay. */
function sealed(table: string, operations: string[]): DerivedObject[] {
  return operations.map((operation) => ({
    type: 'trigger' as const,
    name: `sealed_${table}_${operation}`,
    create: `CREATE TRIGGER "sealed_${table}_${operation}" BEFORE ${operation.toUpperCase()} ON "${table}"
BEGIN
  SELECT RAISE(ABORT, 'rows of ${table} stay as they were written');
END`,
  }));
}
