import type { Reads } from '../take-back.ts';
import { settling, stateOf, type Fields, type OrderedChange, type RowState } from './fold.ts';
import type { Incoming } from './incoming.ts';
import { referencesFrom, type Key } from './references.ts';
import { RowIndex } from './row-index.ts';
import { compareChanges, orderedChanges } from './row-changes.ts';

/** Rows that are read at once. */
const chunk = 400;

/** Rows that say the same of the same, of which one stays. */
export interface Joined {
  table: string;
  stays: string;
  gone: string;
}

/**
 * What a merge makes of the rows it concerns. Every other row is as its table has it. The journal is that of the file, with
 * what comes in: nothing is written.
 */
export class View {
  /** What is joined because it is the same, in the order in which that was found. */
  readonly joined: Joined[] = [];
  /** The case of this file; null when it has none yet. */
  readonly caseId: string | null;
  readonly #reads: Reads;
  readonly #incoming: Incoming | null;
  readonly #before: number;
  /** The id that the first change set that comes in is to get, less one. */
  readonly #last: number;
  readonly #states = new Map<string, RowState | null>();
  readonly #tableRows = new Map<string, Fields | null>();
  /** By table and id; null for a row that is gone. */
  readonly #rows = new Map<string, Map<string, Fields | null>>();
  readonly #index = new RowIndex();
  /** Rows that were read, and of which the file's journal speaks. */
  readonly #known = new Set<string>();
  /** Rows of which nothing that comes in is heard. */
  readonly #left = new Map<string, Key>();
  readonly #leftBefore: ReadonlySet<string>;

  /**
   * @param incoming what comes in
   * @param before only change sets of the file with a smaller id than this count
   * @param caseId the case of the file, when the file does not hold it yet
   */
  constructor(
    reads: Reads,
    {
      incoming = null,
      before = Number.MAX_SAFE_INTEGER,
      caseId,
    }: { incoming?: Incoming | null; before?: number; caseId?: string | undefined } = {},
  ) {
    this.#reads = reads;
    this.#incoming = incoming;
    this.#before = before;
    this.#last = reads.one<{ id: number | null }>('SELECT max(id) AS id FROM change_set')?.id ?? 0;
    this.caseId = caseId ?? reads.one<{ id: string }>('SELECT id FROM case_file')?.id ?? null;
    this.#leftBefore = new Set(
      reads
        .all<{ key: string }>(`SELECT DISTINCT table_name || ' ' || row_id AS key FROM left_out`)
        .map(({ key }) => key),
    );
  }

  /** Reads what is known of many rows at once. `tick` is called between, with how many have been read. */
  preload(keys: readonly Key[], tick: (done: number) => void = () => undefined): void {
    for (let from = 0; from < keys.length;) {
      const table = keys[from]?.table ?? '';
      let to = from;
      while (to < keys.length && to - from < chunk && keys[to]?.table === table) to += 1;
      const ids = keys.slice(from, to).map(({ id }) => id);
      const unread = ids.filter((id) => !this.#states.has(`${table} ${id}`));
      const incoming = Map.groupBy(
        this.#incoming?.changesOf(table, unread) ?? [],
        ({ rowId }) => rowId,
      );
      const known = Map.groupBy(this.#changesOf(table, unread), ({ rowId }) => rowId);
      for (const id of unread) {
        this.#fold({ table, id }, known.get(id) ?? [], incoming.get(id) ?? []);
      }
      for (const row of this.#reads.all<Fields>(
        `SELECT * FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      )) {
        this.#tableRows.set(`${table} ${String(row['id'])}`, row);
      }
      for (const id of ids) {
        const key = `${table} ${id}`;
        if (!this.#tableRows.has(key)) this.#tableRows.set(key, null);
      }
      from = to;
      tick(from);
    }
  }

  /** What the journal alone makes of a row; null when the journal does not know it. */
  state({ table, id }: Key): RowState | null {
    const key = `${table} ${id}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    return this.#fold(
      { table, id },
      this.#changesOf(table, [id]),
      this.#incoming?.changesOf(table, [id]) ?? [],
    );
  }

  /** What the journal makes of a row without what comes in; null when it does not know it. */
  stateBefore({ table, id }: Key): RowState | null {
    const key = `${table} ${id}`;
    if (this.#states.has(key) && !this.#known.has(key)) return null;
    return stateOf(this.#changesOf(table, [id])) ?? null;
  }

  /** What the file's journal says of a row, and what comes in says of it, in the order of the fold. */
  changesOf({ table, id }: Key): OrderedChange[] {
    return this.#joined(
      { table, id },
      this.#changesOf(table, [id]),
      this.#incoming?.changesOf(table, [id]) ?? [],
    );
  }

  /** What comes in says of a row, whether or not it is left out: the last value of each field. */
  incomingFields({ table, id }: Key): Fields {
    return stateOf(this.#incoming?.changesOf(table, [id]) ?? [])?.fields ?? {};
  }

  /** Whether what comes in speaks of a row, and is heard. */
  isTouched({ table, id }: Key): boolean {
    return (
      this.#incoming !== null &&
      !this.#left.has(`${table} ${id}`) &&
      this.#incoming.changesOf(table, [id]).length > 0
    );
  }

  /** Leaves a row as it is here: nothing that comes in says anything of it. */
  leave(key: Key): void {
    this.#left.set(`${key.table} ${key.id}`, key);
    this.#states.delete(`${key.table} ${key.id}`);
  }

  /** Whether a row is left out of this merge, or was of an earlier one. */
  isLeft({ table, id }: Key): boolean {
    return this.#left.has(`${table} ${id}`) || this.wasLeft({ table, id });
  }

  /** Whether a row was left out of an earlier merge. */
  wasLeft({ table, id }: Key): boolean {
    return this.#leftBefore.has(`${table} ${id}`);
  }

  /** The rows that are left out of this merge. */
  left(): Key[] {
    return [...this.#left.values()];
  }

  /** Whether a change set is one of those that come in. */
  comesIn(set: number): boolean {
    return set > this.#last;
  }

  /** Whether anything is left out, now or before. */
  get leavesOut(): boolean {
    return this.#left.size > 0 || this.#leftBefore.size > 0;
  }

  /** What a change set deleted: one of the file, or one that comes in. */
  deletionsIn(set: number): { tableName: string; rowId: string; fields: string }[] {
    if (this.#incoming !== null && set > this.#last) {
      return this.#incoming
        .deletionsIn(set - this.#last)
        .filter(({ tableName, rowId }) => !this.#left.has(`${tableName} ${rowId}`));
    }
    return this.#reads.all(orderedChanges(`c.change_set_id = ? AND c.operation = 'delete'`), set);
  }

  /** Rows of some tables that merges took away, as the journal and what comes in have it: they may be there again. */
  settledAway(tables: readonly string[]): Key[] {
    return this.#settled(
      `c.operation = 'delete' AND c.table_name IN (SELECT value FROM json_each(?))`,
      tables,
    );
  }

  /** Names whose kind merges changed. */
  settledNames(): Key[] {
    return this.#settled(
      `c.operation = 'update' AND c.table_name IN (SELECT value FROM json_each(?)) AND c.fields LIKE '%"kind"%'`,
      ['name'],
    );
  }

  /** Of some rows of a table, those that somebody changed after they were made. */
  updated(table: string, ids: readonly string[]): string[] {
    const sql = `SELECT DISTINCT row_id AS id FROM change
      WHERE table_name = ? AND operation = 'update' AND row_id IN (SELECT value FROM json_each(?))`;
    const found = [this.#reads, ...(this.#incoming === null ? [] : [this.#incoming])].flatMap(
      (reads) => reads.all<{ id: string }>(sql, table, JSON.stringify(ids)),
    );
    return [...new Set(found.map(({ id }) => id))].toSorted();
  }

  /** A row as it is to be; null when it is gone. */
  row({ table, id }: Key): Fields | null {
    const changed = this.#rows.get(table)?.get(id);
    return changed === undefined ? this.tableRow({ table, id }) : changed;
  }

  /** A row as its table has it now. */
  tableRow({ table, id }: Key): Fields | null {
    const key = `${table} ${id}`;
    let row = this.#tableRows.get(key);
    if (row === undefined) {
      row = this.#reads.one<Fields>(`SELECT * FROM "${table}" WHERE id = ?`, id) ?? null;
      this.#tableRows.set(key, row);
    }
    return row;
  }

  /** Says what a row is to be; null that it is to go. */
  set({ table, id }: Key, fields: Fields | null): void {
    const rows = this.#rows.get(table) ?? new Map<string, Fields | null>();
    this.#rows.set(table, rows);
    rows.set(id, fields);
    if (fields !== null) this.#index.note(table, id, fields);
  }

  /** Says what some fields of a row are to be. */
  change(key: Key, fields: Fields): void {
    const row = this.row(key);
    if (row !== null) this.set(key, { ...row, ...fields });
  }

  /** Ids, in order, of the rows that are to have these values in these columns. */
  find(table: string, values: Readonly<Record<string, string | number>>): string[] {
    const columns = Object.keys(values);
    const rows = this.#rows.get(table);
    const here = this.#hangsOnNew(table, values)
      ? []
      : this.#reads
          .all<{ id: string }>(
            `SELECT id FROM "${table}" WHERE ${columns.map((column) => `"${column}" = ?`).join(' AND ')}`,
            ...Object.values(values),
          )
          .map(({ id }) => id)
          .filter((id) => rows?.has(id) !== true);
    if (rows === undefined) return here.toSorted();
    const noted = this.#index.find(table, values, rows);
    // What the index says of a row may be out of date.
    const changed = noted.filter((id) => {
      const row = rows.get(id);
      return columns.every((column) => row?.[column] === values[column]);
    });
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

  /** Whether a row with some values leads to one that is not in its table: none of that sort is there. */
  #hangsOnNew(table: string, values: Readonly<Record<string, string | number>>): boolean {
    return referencesFrom(table).some(({ column, parent, subject }) => {
      const id = values[column];
      return (
        subject === null && id !== undefined && this.#tableRows.get(`${parent} ${id}`) === null
      );
    });
  }

  #settled(where: string, tables: readonly string[]): Key[] {
    const sql = `SELECT DISTINCT c.table_name AS "table", c.row_id AS id
      FROM change_set s CROSS JOIN change c ON c.change_set_id = s.id WHERE s.label = ? AND ${where}`;
    const found = [this.#reads, ...(this.#incoming === null ? [] : [this.#incoming])].flatMap(
      (reads) => reads.all<Key>(sql, settling, JSON.stringify(tables)),
    );
    return [...new Map(found.map((key) => [`${key.table} ${key.id}`, key])).values()].toSorted(
      (one, other) => (one.id < other.id ? -1 : 1),
    );
  }

  #changesOf(table: string, ids: readonly string[]): OrderedChange[] {
    return this.#reads.all<OrderedChange>(
      orderedChanges(
        'c.table_name = ? AND c.row_id IN (SELECT value FROM json_each(?)) AND c.change_set_id < ?',
      ),
      table,
      JSON.stringify(ids),
      this.#before,
    );
  }

  #fold(
    key: Key,
    known: readonly OrderedChange[],
    incoming: readonly OrderedChange[],
  ): RowState | null {
    const state = stateOf(this.#joined(key, known, incoming)) ?? null;
    const name = `${key.table} ${key.id}`;
    this.#states.set(name, state);
    if (known.length > 0) this.#known.add(name);
    return state;
  }

  #joined(
    { table, id }: Key,
    known: readonly OrderedChange[],
    incoming: readonly OrderedChange[],
  ): OrderedChange[] {
    if (incoming.length === 0 || this.#left.has(`${table} ${id}`)) return [...known];
    // They were made for who asks, and have no other reader.
    for (const change of incoming) change.set += this.#last;
    return known.length === 0 ? [...incoming] : [...known, ...incoming].toSorted(compareChanges);
  }
}
