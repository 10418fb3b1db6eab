import type { Fields } from './fold.ts';

type Values = Readonly<Record<string, string | number>>;
type Rows = ReadonlyMap<string, Fields | null>;

/** Ids of rows by what stood in some of their columns, now or earlier: to be looked over by who asks. */
export class RowIndex {
  /** By table: for each set of columns that was asked for, ids by the values of these columns. */
  readonly #tables = new Map<
    string,
    Map<string, { columns: string[]; ids: Map<string, Set<string>> }>
  >();

  /** Takes note of a row as it is now. */
  note(table: string, id: string, row: Fields): void {
    for (const { columns, ids } of this.#tables.get(table)?.values() ?? []) {
      const key = keyOf(columns, row);
      const known = ids.get(key);
      if (known === undefined) ids.set(key, new Set([id]));
      else known.add(id);
    }
  }

  /** @param rows all of the table that were noted, to make an index of when these columns are asked for at first */
  find(table: string, values: Values, rows: Rows): string[] {
    const indexes = this.#tables.get(table) ?? new Map();
    this.#tables.set(table, indexes);
    const columns = Object.keys(values);
    const name = columns.join(' ');
    let index = indexes.get(name);
    if (index === undefined) {
      index = { columns, ids: new Map<string, Set<string>>() };
      indexes.set(name, index);
      for (const [id, row] of rows) {
        if (row === null) continue;
        const key = keyOf(columns, row);
        const known = index.ids.get(key);
        if (known === undefined) index.ids.set(key, new Set([id]));
        else known.add(id);
      }
    }
    return [...(index.ids.get(keyOf(columns, values)) ?? [])];
  }
}

function keyOf(columns: readonly string[], row: Fields | Values): string {
  return columns.length === 1
    ? String(row[columns[0] ?? ''])
    : JSON.stringify(columns.map((column) => row[column] ?? null));
}
