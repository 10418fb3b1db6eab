import { getTableName } from 'drizzle-orm';
import { journaled } from '../schema.ts';
import type { Writer } from '../writer.ts';
import type { Fields } from './fold.ts';
import type { View } from './view.ts';

/** Tables of which no row has others hanging on it, but which have unique keys: their changed rows go and come anew. */
const leaves: ReadonlySet<string> = new Set(['excerpt_tag', 'evidence', 'resolution']);
const tables = Object.values(journaled).map((table) => getTableName(table));

/** Something a merge changed beyond what the change sets say: to be written into the journal. */
export interface Mended {
  tableName: string;
  rowId: string;
  operation: 'insert' | 'update' | 'delete';
  fields: string;
}

/**
 * Writes what a merge made of the rows into their tables. New rows come before changed ones lead to them and old ones go
 * when nothing leads to them any more, so that no cascade takes along what stays.
 */
export function writeRows(
  view: View,
  writer: Writer,
  tick: (done: number) => void = () => undefined,
): void {
  let done = 0;
  const anew: { table: string; row: Fields }[] = [];
  for (const table of leaves) {
    for (const { id, row } of view.changed(table)) {
      const before = view.tableRow({ table, id });
      if (row !== null && before !== null && isSame(before, row)) continue;
      if (before !== null) writer.run(`DELETE FROM "${table}" WHERE id = ?`, id);
      if (row !== null) anew.push({ table, row });
    }
  }
  for (const table of tables) {
    if (leaves.has(table)) continue;
    for (const { id, row } of view.changed(table)) {
      done += 1;
      if (done % 500 === 0) tick(done);
      if (row === null) continue;
      const before = view.tableRow({ table, id });
      if (before === null) insert(writer, table, row);
      else update(writer, table, id, before, row);
    }
  }
  for (const table of tables.toReversed()) {
    for (const { id, row } of view.changed(table)) {
      if (row === null) writer.run(`DELETE FROM "${table}" WHERE id = ?`, id);
    }
  }
  for (const { table, row } of anew) insert(writer, table, row);
}

function isSame(before: Fields, row: Fields): boolean {
  return Object.entries(row).every(([column, value]) => before[column] === value);
}

function insert(writer: Writer, table: string, row: Fields): void {
  writer.run(insertOf(table, Object.keys(row)), ...Object.values(row));
}

/** The latest such statement of each table: most rows of one name the same columns. */
const inserts = new Map<string, { columns: readonly string[]; sql: string }>();

/** What is left out gets the column's default: it was added after the row was made. */
function insertOf(table: string, columns: readonly string[]): string {
  const known = inserts.get(table);
  if (
    known?.columns.length === columns.length &&
    known.columns.every((column, at) => column === columns[at])
  ) {
    return known.sql;
  }
  const sql = `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`;
  inserts.set(table, { columns, sql });
  return sql;
}

function update(writer: Writer, table: string, id: string, before: Fields, row: Fields): void {
  const changed = Object.entries(row).filter(([column, value]) => before[column] !== value);
  if (changed.length === 0) return;
  writer.run(
    `UPDATE "${table}" SET ${changed.map(([column]) => `"${column}" = ?`).join(', ')} WHERE id = ?`,
    ...changed.map(([, value]) => value),
    id,
  );
}

/** What a merge made of the rows beyond what the journal makes of them, in an order that depends on nothing else. */
export function mendedBy(view: View): Mended[] {
  return tables.flatMap((table) =>
    view.concerned(table).flatMap((id) => {
      const state = view.state({ table, id });
      const row = view.row({ table, id });
      const change = (operation: Mended['operation'], fields: Record<string, unknown>): Mended[] =>
        operation !== 'insert' && Object.keys(fields).length === 0
          ? []
          : [{ tableName: table, rowId: id, operation, fields: JSON.stringify(fields) }];
      if (state === null) {
        // A row that nobody made but the merge: what it says was said in others that go.
        const made = Object.entries(row ?? {}).filter(
          ([column, now]) => column !== 'id' && now !== null,
        );
        return made.length === 0
          ? []
          : change(
              'insert',
              Object.fromEntries(made.map(([column, now]) => [column, [null, now]])),
            );
      }
      const set = Object.entries(state.fields).filter(([, value]) => value !== null);
      if (row === null) {
        if (!state.there) return [];
        return change(
          'delete',
          Object.fromEntries(set.map(([column, was]) => [column, [was, null]])),
        );
      }
      const back = state.there
        ? []
        : change('insert', Object.fromEntries(set.map(([column, now]) => [column, [null, now]])));
      const differs = Object.entries(row)
        .filter(([column, now]) => column !== 'id' && (state.fields[column] ?? null) !== now)
        .map(([column, now]): [string, unknown] => [column, [state.fields[column] ?? null, now]]);
      return [...back, ...change('update', Object.fromEntries(differs))];
    }),
  );
}
