import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { CaseEvent } from '#contract/case.ts';
import type { Actor } from '#contract/settings.ts';
import { HybridClock, isReading } from '#shared/clock.ts';

export type { GestureLabel } from '#contract/history.ts';

/** A change set as it is hashed and exchanged. `changes` are in the order in which they were made. */
export interface ChangeSetRecord {
  replica: string;
  sequence: number;
  clock: string;
  actor: string;
  label: string;
  /** Hash of the change set that this one takes back, or, if that one took back another, does again. */
  undoes: string | null;
  previousHash: string;
  changes: { tableName: string; rowId: string; operation: string; fields: string }[];
}

/**
 * SHA-256 of a change set, in hexadecimal: over the JSON array of its parts, the hash of the one before it among
 * them, so that nothing in a replica's chain can be altered, dropped or put in between unnoticed.
 */
export function changeSetHash(set: ChangeSetRecord): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      set.previousHash,
      set.replica,
      set.sequence,
      set.clock,
      set.actor,
      set.label,
      set.undoes,
      set.changes.length,
    ]),
  );
  for (const { tableName, rowId, operation, fields } of set.changes) {
    hash.update(`\n${JSON.stringify([tableName, rowId, operation, fields])}`);
  }
  return hash.digest('hex');
}

/** The reading of each replica's last change set: one step in the index for each, however long the journal is. */
const latestReadings = `WITH RECURSIVE replicas(replica) AS (
    SELECT min(replica) FROM change_set
    UNION ALL SELECT (SELECT min(replica) FROM change_set s WHERE s.replica > r.replica)
    FROM replicas r WHERE r.replica IS NOT NULL)
  SELECT s.clock FROM replicas r JOIN change_set s ON s.replica = r.replica
    AND s.sequence = (SELECT max(sequence) FROM change_set t WHERE t.replica = r.replica)`;

/** Writes change sets: see `CaseStore.gesture`. */
export class Journal {
  readonly replica: string;
  readonly #db: Database.Database;
  readonly #clock: HybridClock;
  /** Id of the change set being made; 0 while change sets of others are replayed; null when nothing may change. */
  #gesture: number | null = null;

  constructor(db: Database.Database, replica: string) {
    this.#db = db;
    this.replica = replica;
    const readings = db.prepare<[], string>(latestReadings).pluck().all();
    this.#clock = new HybridClock(readings.filter(isReading).toSorted().at(-1));
    db.function('legajo_gesture', () => {
      if (this.#gesture === null) throw new Error('a case file changes only inside a gesture');
      return this.#gesture;
    });
  }

  /** Runs `change` inside the transaction that is open and closes the change set it made, if it made one. */
  record<T>(
    label: string,
    actor: Actor,
    change: () => T,
    undoes: string | null = null,
  ): { value: T; event: CaseEvent | null } {
    if (this.#gesture !== null) throw new Error('a gesture is under way already');
    const last = this.#db
      .prepare<[string], { sequence: number; hash: string }>(
        'SELECT sequence, hash FROM change_set WHERE replica = ? ORDER BY sequence DESC LIMIT 1',
      )
      .get(this.replica);
    const head = {
      replica: this.replica,
      sequence: (last?.sequence ?? 0) + 1,
      clock: this.#clock.next(),
      actor: JSON.stringify({
        name: actor.name,
        initials: actor.initials,
        organization: actor.organization,
        ...(actor.key === undefined ? {} : { key: actor.key }),
      }),
      label,
      undoes,
      previousHash: last?.hash ?? '',
    };
    const id = Number(
      this.#db
        .prepare(
          `INSERT INTO change_set (replica, sequence, clock, actor, label, undoes, previous_hash, hash)
           VALUES (@replica, @sequence, @clock, @actor, @label, @undoes, @previousHash, '')`,
        )
        .run(head).lastInsertRowid,
    );
    this.#gesture = id;
    let value: T;
    try {
      value = change();
    } finally {
      this.#gesture = null;
    }
    const changes = this.#db
      .prepare<[number], ChangeSetRecord['changes'][number]>(
        `SELECT table_name AS tableName, row_id AS rowId, operation, fields
         FROM change WHERE change_set_id = ? ORDER BY id`,
      )
      .all(id);
    if (changes.length === 0) {
      // The set that was begun for nothing goes again; once it has its hash it could not.
      this.#db.prepare('DELETE FROM change_set WHERE id = ?').run(id);
      return { value, event: null };
    }
    this.#db
      .prepare('UPDATE change_set SET hash = ? WHERE id = ?')
      .run(changeSetHash({ ...head, changes }), id);
    return {
      value,
      event: { revision: id, tables: [...new Set(changes.map((one) => one.tableName))] },
    };
  }

  /** Takes note of others' readings, so that what is done here after they came in is later than they are. */
  observe(readings: readonly string[]): void {
    for (const reading of readings) this.#clock.observe(reading);
  }

  /** Runs `change` inside the transaction that is open, without writing a change set. */
  replay<T>(change: () => T): T {
    if (this.#gesture !== null) throw new Error('a gesture is under way already');
    this.#gesture = 0;
    try {
      return change();
    } finally {
      this.#gesture = null;
    }
  }
}
