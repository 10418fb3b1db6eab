import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { CaseEvent, Holder } from '#contract/case.ts';
import { CaseError } from '#contract/error.ts';
import type { Actor } from '#contract/settings.ts';
import { refreshClusters } from './clusters.ts';
import { storeFailure } from './failure.ts';
import { sealed } from './local.ts';
import type { GestureLabel, Journal } from './journal.ts';
import type { WriteLock } from './lock.ts';
import { noteMerge } from './merge/merges.ts';
import { holdOpen } from './open-files.ts';
import { Presence } from './presence.ts';
import { Writer } from './writer.ts';

/** A value that can be bound to a statement: for each `?` in turn, or in one object for `@names`. */
export type Parameter = Value | Record<string, Value>;
type Value = string | number | null | Buffer;

/** How a file was opened and by whom it is held, if not by us. */
export interface Opening {
  path: string;
  encrypted: boolean;
  access: 'write' | 'read';
  readOnlyReason: 'held' | 'file' | 'asked' | null;
  holder: Holder | null;
}

/**
 * One open case file. Reading goes through `all` and `one`; every change goes through `gesture`, and there is no other
 * way to write.
 */
export class CaseStore {
  readonly opening: Opening;
  /** Typed queries by drizzle, for reading only. */
  readonly query: Pick<ReturnType<typeof drizzle>, 'select' | '$count'>;
  readonly #db: Database.Database;
  readonly #lock: WriteLock | null;
  readonly #journal: Journal;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #listeners = new Set<(event: CaseEvent) => void>();
  readonly #actor: () => Actor;
  readonly #closers = new Set<() => void>();
  readonly #reader: (path?: string, readonly?: boolean) => Database.Database;
  /** Of a file that is open for writing. */
  readonly #presence: Presence | null;
  #closed = false;
  #isWhole = false;

  constructor(
    db: Database.Database,
    opening: Opening,
    lock: WriteLock | null,
    journal: Journal,
    actor: () => Actor,
    reader: (path?: string, readonly?: boolean) => Database.Database,
    onClose: (() => void) | null = null,
  ) {
    this.#db = db;
    this.opening = opening;
    this.#lock = lock;
    this.#journal = journal;
    this.#actor = actor;
    this.#reader = reader;
    if (onClose !== null) this.#closers.add(onClose);
    this.query = drizzle({ client: db });
    const presence = opening.access === 'write' ? new Presence(db, opening.path) : null;
    this.#presence = presence;
    const leave = () => presence?.leaveIfGone();
    this.#closers.add(holdOpen(statSync(opening.path), opening.encrypted, leave));
  }

  /** The rows a query gives. `Row` states what the SQL selects. */
  all<Row>(sql: string, ...parameters: Parameter[]): Row[] {
    return this.#guard(() => this.#statement<Row>(sql).all(...parameters));
  }

  /** The first row a query gives. `Row` states what the SQL selects. */
  one<Row>(sql: string, ...parameters: Parameter[]): Row | undefined {
    return this.#guard(() => this.#statement<Row>(sql).get(...parameters));
  }

  /** The rows a query gives, one at a time; nothing else may use the case until the loop ends. */
  *each<Row>(sql: string, ...parameters: Parameter[]): IterableIterator<Row> {
    yield* this.#guard(() => this.#db.prepare<Parameter[], Row>(sql).iterate(...parameters));
  }

  /**
   * Runs one gesture of a person: a transaction that leaves one change set in the journal, with the old and new value
   * of every field it changed, or, if `change` throws or changes nothing, leaves no trace at all. When it returns, the
   * change is on the disk.
   *
   * @param label what the person did, e.g. `excerpt.tag`
   * @throws CaseError `case.readOnly`, `case.vanished`, `file.diskFull`
   */
  gesture<T>(label: GestureLabel, change: (writer: Writer) => T): T {
    return this.#write((writer) =>
      this.#journal.record(label, this.#actor(), () => change(writer)),
    );
  }

  /**
   * As `gesture`, for one that takes another back: its change set says which.
   *
   * @param label of the gesture that is taken back
   * @param hash of its change set
   */
  takeBack(label: string, hash: string, change: (writer: Writer) => void): void {
    this.#write((writer) => {
      // A row and what led to it come back in the order in which they went, which foreign keys need not like.
      writer.run('PRAGMA defer_foreign_keys = ON');
      return this.#journal.record(label, this.#actor(), () => change(writer), hash);
    });
  }

  /** As `gesture`, without a change set: for change sets that were made elsewhere and are taken in as they are. */
  replay<T>(change: (writer: Writer) => T): T {
    return this.#write((writer) => ({
      value: this.#journal.replay(() => change(writer)),
      event: null,
    }));
  }

  /** As `replay`, for content that is written before what it belongs to: the row that a row leads to may be missing. */
  ahead<T>(change: (writer: Writer) => T): T {
    this.#guard(() => this.#db.pragma('foreign_keys = OFF'));
    try {
      return this.replay(change);
    } finally {
      this.#guard(() => this.#db.pragma('foreign_keys = ON'));
    }
  }

  /**
   * As `replay`, for change sets that were made elsewhere while work went on here; and then, in the same transaction, a
   * change set of this file for what that needs.
   *
   * @param take gives what `settle` is to know, the tables it changed and the readings of the change sets it took in
   * @param options.noted whether all of it is one step of undo
   */
  takeIn<T>(
    label: string,
    take: (writer: Writer) => { value: T; tables: string[]; readings: string[] },
    settle: (writer: Writer, value: T) => void,
    { noted = true }: { noted?: boolean } = {},
  ): T {
    return this.#write((writer) => {
      writer.run('PRAGMA defer_foreign_keys = ON');
      const latest = () =>
        writer.one<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM change_set')?.id ?? 0;
      const before = latest();
      const { value, tables, readings } = this.#journal.replay(() => take(writer));
      this.#journal.observe(readings);
      this.#journal.record(label, this.#actor(), () => settle(writer, value));
      const revision = latest();
      if (noted && revision > before) noteMerge(this.#db, { first: before + 1, last: revision });
      return { value, event: tables.length === 0 ? null : { revision, tables } };
    });
  }

  /**
   * Makes one transaction of all that is written while some work goes on, which may wait for other things in between:
   * nobody else may use this store meanwhile. If the work fails, nothing of it is left.
   *
   * @throws CaseError as `gesture`, and what the work throws
   */
  async whole<T>(work: () => Promise<T>): Promise<T> {
    const presence = this.#presence;
    if (presence === null) throw new CaseError('case.readOnly', { path: this.opening.path });
    this.#guard(() => {
      presence.require();
      this.#db.exec('BEGIN IMMEDIATE');
    });
    this.#isWhole = true;
    try {
      const value = await work();
      this.#guard(() => this.#db.exec('COMMIT'));
      return value;
    } finally {
      this.#isWhole = false;
      // A full disk, for one, has ended it already.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
    }
  }

  /**
   * Another connection to the same file, for reading all of it at one moment while work in it goes on. Only the store's
   * own room uses it, and closes it.
   *
   * @param copy of the file, under the same passphrase, to open instead, for writing too
   */
  reader(copy?: string): Database.Database {
    return this.#guard(() => this.#reader(copy, copy === undefined));
  }

  /** Calls back after each gesture, until the returned function is called. */
  subscribe(listener: (event: CaseEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back once the file is closed. */
  onClose(listener: () => void): void {
    this.#closers.add(listener);
  }

  /** Id of this copy of the case among all copies that exchange changes. */
  get replica(): string {
    return this.#journal.replica;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Closes the file, which is then a single file again, and gives up the right to write it. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    try {
      if (this.#presence === null) this.#db.close();
      else this.#presence.close(() => sealed(this.#db, () => this.#db.pragma('optimize')));
    } finally {
      this.#lock?.release();
      for (const closer of this.#closers) closer();
    }
  }

  #write<T>(run: (writer: Writer) => { value: T; event: CaseEvent | null }): T {
    const presence = this.#presence;
    if (presence === null) throw new CaseError('case.readOnly', { path: this.opening.path });
    const outcome = this.#guard(() => {
      presence.require();
      const once = () => {
        const ran = run(new Writer(this.#db));
        refreshClusters(this.#db);
        return ran;
      };
      // Within a whole there is no way back but that of the whole, and no copy of what was before has to be kept.
      return this.#isWhole ? once() : this.#db.transaction(once).immediate();
    });
    if (outcome.event !== null) for (const listener of this.#listeners) listener(outcome.event);
    return outcome.value;
  }

  #guard<T>(run: () => T): T {
    if (this.#closed) throw new CaseError('case.notOpen', { path: this.opening.path });
    this.#presence?.requireHeld();
    try {
      return run();
    } catch (error) {
      throw storeFailure(error, this.opening.path);
    }
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
}
