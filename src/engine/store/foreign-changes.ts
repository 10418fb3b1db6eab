import { getTableColumns, getTableName } from 'drizzle-orm';
import { CaseError } from '#contract/error.ts';
import type { ChangeSetRecord } from './journal.ts';
import { journaled } from './schema.ts';
import type { Writer } from './writer.ts';

/** A change set that was closed: with its own hash. */
export interface ClosedChangeSet extends ChangeSetRecord {
  hash: string;
}

/** The old and new value of each field of a change, by column. */
type ChangedFields = Record<string, [Value, Value]>;
type Value = string | number | null;

/** The columns of each journaled table that a change may name, by the tables' names. */
const columnsOf = new Map<string, ReadonlySet<string>>(
  Object.values(journaled).map((table) => [
    getTableName(table),
    new Set(
      Object.values(getTableColumns(table))
        .map((column) => column.name)
        .filter((column) => column !== 'id'),
    ),
  ]),
);

/** Writes a change set that was made elsewhere into the journal as it is; its place in this file is the next. */
export function appendChangeSet(writer: Writer, set: ClosedChangeSet): void {
  const { lastInsertRowid } = writer.run(
    `INSERT INTO change_set (replica, sequence, clock, actor, label, undoes, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    set.replica,
    set.sequence,
    set.clock,
    set.actor,
    set.label,
    set.undoes,
    set.previousHash,
    set.hash,
  );
  for (const { tableName, rowId, operation, fields } of set.changes) {
    writer.run(
      'INSERT INTO change (change_set_id, table_name, row_id, operation, fields) VALUES (?, ?, ?, ?, ?)',
      lastInsertRowid,
      tableName,
      rowId,
      operation,
      fields,
    );
  }
}

/**
 * Does to a table what a change says was done to it elsewhere, where everything before it was done as well: it must
 * find exactly the row and the old values it speaks of. Names of tables and columns are those of the schema or nothing.
 *
 * @throws CaseError `input.invalid` {reason} when the change does not fit what is there, or the table's constraints
 */
export function applyChange(writer: Writer, change: ChangeSetRecord['changes'][number]): void {
  const { tableName, rowId, operation } = change;
  changedColumns(change);
  const fields = Object.entries(fieldsOf(change));
  const names = fields.map(([column]) => `"${column}"`);
  const before = fields.map(([, [was]]) => was);
  const after = fields.map(([, [, now]]) => now);
  const asBefore = ['id = ?', ...names.map((name) => `${name} IS ?`)].join(' AND ');
  let rows: number;
  try {
    if (operation === 'insert') {
      if (before.some((was) => was !== null)) throw unfit(change, 'old value');
      rows = writer.run(
        `INSERT INTO "${tableName}" (${['id', ...names].join(', ')}) VALUES (${['?', ...names.map(() => '?')].join(', ')})`,
        rowId,
        ...after,
      ).changes;
    } else if (operation === 'update') {
      if (fields.length === 0) return;
      rows = writer.run(
        `UPDATE "${tableName}" SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE ${asBefore}`,
        ...after,
        rowId,
        ...before,
      ).changes;
    } else if (operation === 'delete') {
      rows = writer.run(`DELETE FROM "${tableName}" WHERE ${asBefore}`, rowId, ...before).changes;
    } else {
      throw unfit(change, 'operation');
    }
  } catch (error) {
    throw isConstraint(error) ? unfit(change, 'constraint', error) : error;
  }
  if (rows !== 1) throw unfit(change, 'row');
}

/** Sees to it that a change names a table and columns of the schema, and no others. @throws CaseError `input.invalid` */
export function changedColumns(change: ChangeSetRecord['changes'][number]): void {
  const columns = columnsOf.get(change.tableName);
  if (columns === undefined) throw unfit(change, 'table');
  if (!Object.keys(fieldsOf(change)).every((column) => columns.has(column))) {
    throw unfit(change, 'column');
  }
}

/** The old and new value of each field of a change, by column. @throws CaseError `input.invalid` */
export function fieldsOf(change: ChangeSetRecord['changes'][number]): ChangedFields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(change.fields);
  } catch (error) {
    throw unfit(change, 'fields', error);
  }
  if (!areFields(parsed)) throw unfit(change, 'fields');
  return parsed;
}

/** Looked at by hand: a merge reads hundreds of thousands of them. */
function areFields(parsed: unknown): parsed is ChangedFields {
  return (
    typeof parsed === 'object' &&
    parsed !== null &&
    !Array.isArray(parsed) &&
    Object.values(parsed).every(
      (pair: unknown) => Array.isArray(pair) && pair.length === 2 && pair.every(isValue),
    )
  );
}

function isValue(value: unknown): value is Value {
  return (
    value === null ||
    typeof value === 'string' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

function unfit(
  { tableName, rowId, operation }: ChangeSetRecord['changes'][number],
  what: string,
  cause?: unknown,
): CaseError {
  return new CaseError(
    'input.invalid',
    { reason: `${operation} ${tableName} ${rowId}: ${what}` },
    cause,
  );
}

/** Whether a table refused a row. */
export function isConstraint(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    (error.code.startsWith('SQLITE_CONSTRAINT') || error.code.startsWith('SQLITE_MISMATCH'))
  );
}
