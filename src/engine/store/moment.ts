import type Database from 'better-sqlite3';
import type { CaseStore, Parameter } from './case-store.ts';
import { storeFailure } from './failure.ts';

/**
 * A case as it is at one moment, for reading all of it in peace: work in it goes on meanwhile and is not seen. It must
 * be closed.
 */
export class Moment {
  readonly path: string;
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #open = new Set<IterableIterator<unknown>>();

  /** @throws CaseError `case.notOpen` */
  constructor(store: CaseStore) {
    this.path = store.opening.path;
    this.#db = store.reader();
    this.#guard(() => {
      this.#db.exec('BEGIN');
      // A transaction sees the moment of its first read, not of its beginning.
      this.#db.prepare('SELECT 1 FROM local').get();
    });
  }

  /** The rows a query gives. `Row` states what the SQL selects. */
  all<Row>(sql: string, ...parameters: Parameter[]): Row[] {
    return this.#guard(() => this.#statement<Row>(sql).all(...parameters));
  }

  /** The first row a query gives. `Row` states what the SQL selects. */
  one<Row>(sql: string, ...parameters: Parameter[]): Row | undefined {
    return this.#guard(() => this.#statement<Row>(sql).get(...parameters));
  }

  /** The rows a query gives, one at a time; other queries can be asked between two of them. */
  *each<Row>(sql: string, ...parameters: Parameter[]): Generator<Row, void, undefined> {
    const rows = this.#guard(() => this.#db.prepare<Parameter[], Row>(sql).iterate(...parameters));
    this.#open.add(rows);
    try {
      for (;;) {
        const next = this.#guard(() => rows.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      this.#end(rows);
    }
  }

  /** Ends it, and whatever is still being read. */
  close(): void {
    for (const rows of this.#open) this.#end(rows);
    this.#db.close();
  }

  #end(rows: IterableIterator<unknown>): void {
    if (this.#open.delete(rows)) rows.return?.();
  }

  #statement<Row>(sql: string): Database.Statement<Parameter[], Row> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller states the shape its SQL selects
    return statement as Database.Statement<Parameter[], Row>;
  }

  #guard<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw storeFailure(error, this.path);
    }
  }
}
