import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { CaseError } from '#contract/error.ts';
import { journaled, type JournaledName } from './schema.ts';

type Row<T extends JournaledName> = (typeof journaled)[T]['$inferSelect'];
type NewRow<T extends JournaledName> = (typeof journaled)[T]['$inferInsert'];
/** A field that is left out or undefined stays as it is. */
type Changes<T extends JournaledName> = {
  [K in Exclude<keyof Row<T>, 'id'>]?: Row<T>[K] | undefined;
};

const columnsOf = new Map<JournaledName, Map<string, string>>();
const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** The one hand that writes, given to a gesture and worthless after it. */
export class Writer {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Adds a row. */
  insert<T extends JournaledName>(table: T, row: NewRow<T>): void {
    const fields = assigned(table, row);
    this.run(
      `INSERT INTO "${getTableName(journaled[table])}" (${fields.map(([column]) => `"${column}"`).join(', ')})
       VALUES (${fields.map(() => '?').join(', ')})`,
      ...fields.map(([, value]) => value),
    );
  }

  /**
   * Changes fields of a row.
   *
   * @returns whether there is such a row
   */
  update<T extends JournaledName>(table: T, id: string, changes: Changes<T>): boolean {
    const fields = assigned(table, changes);
    if (fields.length === 0) return true;
    const { changes: rows } = this.run(
      `UPDATE "${getTableName(journaled[table])}" SET ${fields.map(([column]) => `"${column}" = ?`).join(', ')}
       WHERE id = ?`,
      ...fields.map(([, value]) => value),
      id,
    );
    return rows > 0;
  }

  /**
   * Takes a row away, and what hangs on it.
   *
   * @throws CaseError `record.notFound`
   */
  remove(table: JournaledName, id: string): void {
    const { changes } = this.run(
      `DELETE FROM "${getTableName(journaled[table])}" WHERE id = ?`,
      id,
    );
    if (changes === 0) throw new CaseError('record.notFound', { id });
  }

  /** Runs a statement of the store's own. */
  run(sql: string, ...parameters: unknown[]): Database.RunResult {
    return this.#prepare(sql).run(...parameters);
  }

  /** The first row a query gives, as this transaction sees it. `Found` states what the SQL selects. */
  one<Found>(sql: string, ...parameters: unknown[]): Found | undefined {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller states the shape its SQL selects
    return this.#prepare(sql).get(...parameters) as Found | undefined;
  }

  /** The rows a query gives, as this transaction sees them. `Found` states what the SQL selects. */
  all<Found>(sql: string, ...parameters: unknown[]): Found[] {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller states the shape its SQL selects
    return this.#prepare(sql).all(...parameters) as Found[];
  }

  /** Runs `work`, and if it throws takes back what it did, and only that. */
  attempt<T>(work: () => T): T {
    return this.#db.transaction(work)();
  }

  #prepare(sql: string): Database.Statement {
    let known = statements.get(this.#db);
    if (known === undefined) {
      known = new Map();
      statements.set(this.#db, known);
    }
    let statement = known.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      known.set(sql, statement);
    }
    return statement;
  }
}

function assigned(table: JournaledName, row: object): [column: string, value: unknown][] {
  let columns = columnsOf.get(table);
  if (columns === undefined) {
    columns = new Map(
      Object.entries(getTableColumns(journaled[table])).map(([key, column]) => [key, column.name]),
    );
    columnsOf.set(table, columns);
  }
  const fields: [string, unknown][] = [];
  for (const [key, value] of Object.entries(row)) {
    if (value === undefined) continue;
    const column = columns.get(key);
    if (column === undefined) throw new TypeError(`${table} has no field ${key}`);
    fields.push([column, value]);
  }
  return fields;
}
