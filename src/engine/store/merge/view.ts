import { getTableColumns, getTableName } from 'drizzle-orm';
import { journaled } from '../schema.ts';
import type { Writer } from '../writer.ts';
import {
  afterChange,
  changeOrder,
  orderedColumns,
  type Fields,
  type OrderedChange,
  type RowState,
} from './fold.ts';
import type { Key } from './references.ts';

/** What a merge makes of the rows it concerns. Every other row is as its table has it. */
export class View {
  readonly #writer: Writer;
  readonly #before: number;
  readonly #states = new Map<string, RowState | null>();
  /** By table and id; null for a row that is gone. */
  readonly #rows = new Map<string, Map<string, Fields | null>>();
  /** Ids of changed rows, by table, column and value. */
  readonly #index = new Map<string, Map<unknown, Set<string>>>();

  /** @param before only change sets with a smaller id than this count */
  constructor(writer: Writer, { before = Number.MAX_SAFE_INTEGER }: { before?: number } = {}) {
    this.#writer = writer;
    this.#before = before;
  }

  /** What the journal alone makes of a row; null when the journal does not know it. */
  state({ table, id }: Key): RowState | null {
    const key = `${table} ${id}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    let state: RowState | undefined;
    for (const change of this.#writer.all<OrderedChange>(
      `SELECT ${orderedColumns} WHERE c.table_name = ? AND c.row_id = ? AND c.change_set_id < ?
       ORDER BY ${changeOrder}`,
      table,
      id,
      this.#before,
    )) {
      state = afterChange(state, change);
    }
    this.#states.set(key, state ?? null);
    return state ?? null;
  }

  /** A row as it is to be; null when it is gone. */
  row({ table, id }: Key): Fields | null {
    const changed = this.#rows.get(table)?.get(id);
    return changed === undefined ? this.tableRow({ table, id }) : changed;
  }

  /** A row as its table has it now. */
  tableRow({ table, id }: Key): Fields | null {
    return this.#writer.one<Fields>(`SELECT * FROM "${table}" WHERE id = ?`, id) ?? null;
  }

  /** Says what a row is to be; null that it is to go. */
  set({ table, id }: Key, fields: Fields | null): void {
    const rows = this.#rows.get(table) ?? new Map<string, Fields | null>();
    this.#rows.set(table, rows);
    rows.set(id, fields);
    for (const column of fields === null ? [] : (columnsOf.get(table) ?? [])) {
      const index = this.#index.get(`${table} ${column}`);
      if (index === undefined) continue;
      const value = fields?.[column] ?? null;
      index.set(value, (index.get(value) ?? new Set()).add(id));
    }
  }

  /** Says what some fields of a row are to be. */
  change(key: Key, fields: Fields): void {
    const row = this.row(key);
    if (row !== null) this.set(key, { ...row, ...fields });
  }

  /** Ids, in order, of the rows that are to have a value in a column. */
  find(table: string, column: string, value: string): string[] {
    const rows = this.#rows.get(table);
    const here = this.#writer
      .all<{ id: string }>(`SELECT id FROM "${table}" WHERE "${column}" = ?`, value)
      .map(({ id }) => id)
      .filter((id) => rows?.has(id) !== true);
    if (rows === undefined) return here.toSorted();
    const name = `${table} ${column}`;
    let index = this.#index.get(name);
    if (index === undefined) {
      index = new Map<unknown, Set<string>>();
      for (const [id, row] of rows) {
        const has = row?.[column] ?? null;
        if (row !== null) index.set(has, (index.get(has) ?? new Set()).add(id));
      }
      this.#index.set(name, index);
    }
    // What the index says of a row may be out of date.
    const changed = [...(index.get(value) ?? [])].filter((id) => rows.get(id)?.[column] === value);
    return [...here, ...changed].toSorted();
  }

  /** Every row whose state was said, table by table. */
  *changed(table: string): Generator<{ id: string; row: Fields | null }, void, undefined> {
    for (const [id, row] of this.#rows.get(table) ?? []) yield { id, row };
  }

  /** Ids of the rows of a table whose state was said, at this moment. */
  concerned(table: string): string[] {
    return [...(this.#rows.get(table)?.keys() ?? [])].toSorted();
  }
}

const columnsOf = new Map<string, string[]>(
  Object.values(journaled).map((table) => [
    getTableName(table),
    Object.values(getTableColumns(table)).map((column) => column.name),
  ]),
);
