import Database from 'better-sqlite3';
import { CaseError } from '#contract/error.ts';
import { isReading } from '#shared/clock.ts';
import { changedColumns, type ClosedChangeSet } from '../foreign-changes.ts';
import { changeSetHash } from '../journal.ts';
import type { Reads } from '../take-back.ts';
import type { OrderedChange } from './fold.ts';
import type { Key } from './references.ts';
import { compareChanges } from './row-changes.ts';

/** The last change set that a file has of a replica. */
interface Head {
  sequence: number;
  hash: string;
  clock: string;
}

/** Change sets of one replica that a file has not seen. */
export interface Chain {
  replica: string;
  first: number;
  last: number;
  /** Reading of the latest. */
  clock: string;
}

type SetRow = Omit<ClosedChangeSet, 'changes'> & { id: number };

/** What a change set says of each of its changes. */
type SetStamp = Pick<OrderedChange, 'set' | 'clock' | 'replica' | 'sequence' | 'label' | 'hash'>;

/** Hashes of a replica that are read at once. */
const together = 2000;

/**
 * Change sets that were made elsewhere and that a case file has not seen, in a database in memory: looked at one by one as
 * they come and kept until they are taken in, or only looked through. What the file has seen already is compared with what it
 * has and forgotten.
 */
export class Incoming {
  /** Change sets that were given, seen or not. */
  given = 0;
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #reads: Reads;
  readonly #heads = new Map<string, Head>();
  /** Of each replica, hashes that the case has from some sequence on. */
  readonly #hashes = new Map<string, { from: number; hashes: Map<number, string> }>();
  /** By the id that it has here. */
  #stamps = new Map<number, SetStamp>();
  /** Ids, by place. */
  #ids: number[] = [];
  #whole = false;

  /** @param reads the case that the change sets are for */
  constructor(reads: Reads) {
    this.#reads = reads;
    this.#db = new Database(':memory:');
    this.#db.exec(`CREATE TABLE change_set (id INTEGER PRIMARY KEY, replica TEXT NOT NULL,
        sequence INTEGER NOT NULL, clock TEXT NOT NULL, actor TEXT NOT NULL, label TEXT NOT NULL, undoes TEXT,
        previous_hash TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (replica, sequence));
      CREATE TABLE change (change_set_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, table_name TEXT NOT NULL,
        row_id TEXT NOT NULL, operation TEXT NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (change_set_id, ordinal))
        WITHOUT ROWID;
      BEGIN`);
  }

  /**
   * Looks at one more change set and keeps it if the case has not seen it.
   *
   * @throws CaseError `merge.altered` {replica, sequence}; `input.invalid` {reason} for a change that names what the
   *   schema does not know
   */
  add(set: ClosedChangeSet): void {
    const { replica, sequence, hash, clock } = set;
    this.given += 1;
    const altered = () => new CaseError('merge.altered', { replica, sequence });
    if (sequence <= this.#head(replica).sequence) {
      if (this.#hashKnown(replica, sequence) !== hash) throw altered();
      return;
    }
    if (hash !== changeSetHash(set)) throw altered();
    // Text that is compared here and in SQL must have one order.
    if (!/^[\x21-\x7e]+$/u.test(replica)) throw altered();
    if (!isReading(clock) || set.changes.length === 0) throw altered();
    for (const change of set.changes) {
      changedColumns(change);
      if (!['insert', 'update', 'delete'].includes(change.operation)) throw altered();
    }
    const { changes, lastInsertRowid } = this.#prepare(
      `INSERT OR IGNORE INTO change_set (replica, sequence, clock, actor, label, undoes, previous_hash, hash)
       VALUES (@replica, @sequence, @clock, @actor, @label, @undoes, @previousHash, @hash)`,
    ).run(set);
    if (changes === 0) {
      if (hashOf(this, replica, sequence) !== hash) throw altered();
      return;
    }
    const insert = this.#prepare(
      `INSERT INTO change (change_set_id, ordinal, table_name, row_id, operation, fields) VALUES (?, ?, ?, ?, ?, ?)`,
    );
    for (const [ordinal, { tableName, rowId, operation, fields }] of set.changes.entries()) {
      insert.run(lastInsertRowid, ordinal, tableName, rowId, operation, fields);
    }
  }

  /**
   * Sees to it that each replica's change sets follow what the case has of it, without a gap. Asked again, for instance
   * in the transaction that takes them in, it forgets those that the case has got meanwhile.
   *
   * @returns the chains that the case has not seen
   * @throws CaseError `merge.altered` {replica, sequence}, `merge.incomplete` {replica, sequence}
   */
  chains(reads: Reads): Chain[] {
    const chains: Chain[] = [];
    const replicas = this.all<{ replica: string }>(
      'SELECT DISTINCT replica FROM change_set ORDER BY replica',
    );
    for (const { replica } of replicas) {
      const known = headOf(reads, replica);
      let last = known;
      for (const { sequence, hash, clock, previousHash } of this.all<SetRow>(
        `SELECT sequence, hash, clock, previous_hash AS previousHash FROM change_set
         WHERE replica = ? ORDER BY sequence`,
        replica,
      )) {
        const altered = () => new CaseError('merge.altered', { replica, sequence });
        if (sequence <= known.sequence) {
          if (hashOf(reads, replica, sequence) !== hash) throw altered();
          continue;
        }
        if (sequence !== last.sequence + 1) {
          throw new CaseError('merge.incomplete', { replica, sequence: last.sequence + 1 });
        }
        if (previousHash !== last.hash || clock <= last.clock) throw altered();
        last = { sequence, hash, clock };
      }
      this.#forget(replica, known.sequence);
      if (last.sequence > known.sequence) {
        chains.push({
          replica,
          first: known.sequence + 1,
          last: last.sequence,
          clock: last.clock,
        });
      }
    }
    this.#number();
    return chains;
  }

  /** The rows that the change sets speak of, each once, table by table and in the order of their ids. */
  touched(): Key[] {
    return this.all<Key>(
      'SELECT DISTINCT table_name AS "table", row_id AS id FROM change ORDER BY table_name, row_id',
    );
  }

  /** Changes of some rows of a table, those of each row in the order of the fold, `set` counted from 1. */
  changesOf(table: string, ids: readonly string[]): OrderedChange[] {
    const rows = this.all<{ rowId: string; operation: string; fields: string; set: number }>(
      `SELECT row_id AS rowId, operation, fields, change_set_id AS "set" FROM change
       WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?)) ORDER BY change_set_id, ordinal`,
      table,
      JSON.stringify(ids),
    );
    return rows
      .map(({ rowId, operation, fields, set }) => {
        const stamp = this.#stamps.get(set);
        if (stamp === undefined) throw new Error('a change of no change set');
        return { tableName: table, rowId, operation, fields, ...stamp };
      })
      .toSorted(compareChanges);
  }

  /** Who made the change sets, as the journal has them, and how many each. */
  authors(): { actor: string; sets: number }[] {
    return this.all(
      'SELECT actor, count(*) AS sets FROM change_set GROUP BY actor ORDER BY sets DESC, actor',
    );
  }

  /** Who changed each row, by table and id. */
  *authorsByRow(): Generator<{ table: string; id: string; actor: string }, void, undefined> {
    yield* this.all<{ table: string; id: string; actor: string }>(
      `SELECT DISTINCT c.table_name AS "table", c.row_id AS id, s.actor
       FROM change c JOIN change_set s ON s.id = c.change_set_id ORDER BY 1, 2, 3`,
    );
  }

  /** What the change set of a place deleted. */
  deletionsIn(place: number): { tableName: string; rowId: string; fields: string }[] {
    return this.all(
      `SELECT table_name AS tableName, row_id AS rowId, fields FROM change
       WHERE operation = 'delete' AND change_set_id = ? ORDER BY ordinal`,
      this.#ids[place - 1] ?? 0,
    );
  }

  /** The change sets, in the order in which a file takes them in. */
  *sets(): Generator<ClosedChangeSet, void, undefined> {
    for (const { id, ...set } of this.all<SetRow>(
      `SELECT id, replica, sequence, clock, actor, label, undoes, previous_hash AS previousHash, hash
       FROM change_set ORDER BY replica, sequence`,
    )) {
      const changes = this.all<ClosedChangeSet['changes'][number]>(
        `SELECT table_name AS tableName, row_id AS rowId, operation, fields FROM change
         WHERE change_set_id = ? ORDER BY ordinal`,
        id,
      );
      yield { ...set, changes };
    }
  }

  all<Row>(sql: string, ...parameters: (string | number)[]): Row[] {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller states the shape its SQL selects
    return this.#prepare(sql).all(...parameters) as Row[];
  }

  one<Row>(sql: string, ...parameters: (string | number)[]): Row | undefined {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller states the shape its SQL selects
    return this.#prepare(sql).get(...parameters) as Row | undefined;
  }

  /** Gives the memory back. */
  close(): void {
    this.#db.close();
  }

  /** Gives every change set its place. */
  #number(): void {
    if (!this.#whole) this.#db.exec('CREATE INDEX change_row ON change (table_name, row_id)');
    this.#whole = true;
    const sets = this.all<Omit<SetStamp, 'set'> & { id: number }>(
      'SELECT id, clock, replica, sequence, label, hash FROM change_set ORDER BY replica, sequence',
    );
    this.#ids = sets.map(({ id }) => id);
    this.#stamps = new Map(sets.map(({ id, ...stamp }, at) => [id, { ...stamp, set: at + 1 }]));
  }

  #forget(replica: string, through: number): void {
    this.#prepare(
      `DELETE FROM change WHERE change_set_id IN
         (SELECT id FROM change_set WHERE replica = ? AND sequence <= ?)`,
    ).run(replica, through);
    this.#prepare('DELETE FROM change_set WHERE replica = ? AND sequence <= ?').run(
      replica,
      through,
    );
  }

  #head(replica: string): Head {
    let head = this.#heads.get(replica);
    if (head === undefined) {
      head = headOf(this.#reads, replica);
      this.#heads.set(replica, head);
    }
    return head;
  }

  /** The hash that the case has of a change set; asked for one after the other, they are read many at once. */
  #hashKnown(replica: string, sequence: number): string | undefined {
    let known = this.#hashes.get(replica);
    if (known === undefined || sequence < known.from || sequence >= known.from + together) {
      const rows = this.#reads.all<{ sequence: number; hash: string }>(
        `SELECT sequence, hash FROM change_set WHERE replica = ? AND sequence BETWEEN ? AND ?`,
        replica,
        sequence,
        sequence + together - 1,
      );
      const hashes = new Map(rows.map((row) => [row.sequence, row.hash]));
      known = { from: sequence, hashes };
      this.#hashes.set(replica, known);
    }
    return known.hashes.get(sequence);
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function headOf(reads: Reads, replica: string): Head {
  return (
    reads.one<Head>(
      'SELECT sequence, hash, clock FROM change_set WHERE replica = ? ORDER BY sequence DESC LIMIT 1',
      replica,
    ) ?? { sequence: 0, hash: '', clock: '' }
  );
}

function hashOf(reads: Reads, replica: string, sequence: number): string | undefined {
  return reads.one<{ hash: string }>(
    'SELECT hash FROM change_set WHERE replica = ? AND sequence = ?',
    replica,
    sequence,
  )?.hash;
}
