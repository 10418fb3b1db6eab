import type Database from 'better-sqlite3';
import type { Check, Finding } from '#contract/safety.ts';

/** Findings of one check that are told one by one; more are counted. */
const told = 200;

/** One look at a case file: what is read, what was found, and how much was looked at. */
export class Inspection {
  readonly db: Database.Database;
  readonly findings: Finding[] = [];
  readonly counts = new Map<Check, number>();
  total = 0;
  readonly #foundBy = new Map<Check, number>();
  readonly #reading = new Set<IterableIterator<unknown>>();
  #check: Check = 'pages';

  constructor(db: Database.Database) {
    this.db = db;
  }

  /** Begins a check. */
  begin(check: Check): void {
    this.#check = check;
    this.counts.set(check, this.counts.get(check) ?? 0);
  }

  /** Counts things that the check at hand has looked at. */
  looked(count = 1): void {
    this.counts.set(this.#check, (this.counts.get(this.#check) ?? 0) + count);
  }

  /** Notes something that is not as it must be. */
  found(table: string, id: string | number, what: string): void {
    this.total += 1;
    const before = this.#foundBy.get(this.#check) ?? 0;
    this.#foundBy.set(this.#check, before + 1);
    if (before < told) this.findings.push({ check: this.#check, table, id: String(id), what });
  }

  /** The rows a query gives, one at a time. `Row` states what the SQL selects. */
  each<Row>(sql: string, ...parameters: unknown[]): IterableIterator<Row> {
    const rows = this.db.prepare<unknown[], Row>(sql).iterate(...parameters);
    this.#reading.add(rows);
    return rows;
  }

  /** As `each`, each row as the values of its columns. */
  eachRaw<Row extends unknown[]>(sql: string): IterableIterator<Row> {
    const rows = this.db.prepare<[], Row>(sql).raw().iterate();
    this.#reading.add(rows);
    return rows;
  }

  /** Ends every `each` that was left in the middle, since nothing else can be done before. */
  leave(): void {
    for (const rows of this.#reading) rows.return?.();
    this.#reading.clear();
  }

  /** The rows a query gives. `Row` states what the SQL selects. */
  all<Row>(sql: string, ...parameters: unknown[]): Row[] {
    return this.db.prepare<unknown[], Row>(sql).all(...parameters);
  }

  /** The first row a query gives. `Row` states what the SQL selects. */
  one<Row>(sql: string, ...parameters: unknown[]): Row | undefined {
    return this.db.prepare<unknown[], Row>(sql).get(...parameters);
  }
}
