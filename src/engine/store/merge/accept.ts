import { CaseError } from '#contract/error.ts';
import { isReading } from '#shared/clock.ts';
import { changedColumns, type ClosedChangeSet } from '../foreign-changes.ts';
import { changeSetHash } from '../journal.ts';
import type { Reads } from '../take-back.ts';

/** How much of each replica's work a file has: the sequence of its last change set, by replica. */
export type VersionVector = Readonly<Record<string, number>>;

/** Up to which change set of each replica a file has all. */
export function versionVector(reads: Reads): VersionVector {
  return Object.fromEntries(
    reads
      .all<{ replica: string; sequence: number }>(
        'SELECT replica, max(sequence) AS sequence FROM change_set GROUP BY replica ORDER BY replica',
      )
      .map(({ replica, sequence }) => [replica, sequence]),
  );
}

/** The change sets of a file that another, with this version vector, has not seen; each replica's in their order. */
export function changeSetsBeyond(reads: Reads, vector: VersionVector): ClosedChangeSet[] {
  return reads
    .all<Omit<ClosedChangeSet, 'changes'> & { id: number }>(
      `SELECT s.id, s.replica, s.sequence, clock, actor, label, undoes, previous_hash AS previousHash, hash
       FROM change_set s LEFT JOIN json_each(?) seen ON seen.key = s.replica
       WHERE s.sequence > coalesce(seen.value, 0) ORDER BY s.replica, s.sequence`,
      JSON.stringify(vector),
    )
    .map(({ id, ...set }) => ({
      ...set,
      changes: reads.all(
        `SELECT table_name AS tableName, row_id AS rowId, operation, fields FROM change
         WHERE change_set_id = ? ORDER BY id`,
        id,
      ),
    }));
}

/**
 * Those of some change sets that a file has not seen, each replica's in their order, after looking at every one: that it
 * is what its hash says and follows the one before it, that nothing is missing in between, and that what the file has of
 * the same replica is the same.
 *
 * @throws CaseError `merge.altered` {replica, sequence}, `merge.incomplete` {replica, sequence}; `input.invalid` {reason}
 *   for a change that names what the schema does not know
 */
export function unseenOf(reads: Reads, sets: readonly ClosedChangeSet[]): ClosedChangeSet[] {
  return [...Map.groupBy(sets, ({ replica }) => replica)].flatMap(([replica, chain]) => {
    let last = reads.one<{ sequence: number; hash: string; clock: string }>(
      'SELECT sequence, hash, clock FROM change_set WHERE replica = ? ORDER BY sequence DESC LIMIT 1',
      replica,
    ) ?? { sequence: 0, hash: '', clock: '' };
    const unseen: ClosedChangeSet[] = [];
    for (const set of chain.toSorted((a, b) => a.sequence - b.sequence)) {
      const { sequence, hash, clock } = set;
      const altered = () => new CaseError('merge.altered', { replica, sequence });
      if (hash !== changeSetHash(set)) throw altered();
      if (sequence <= last.sequence) {
        const ours =
          unseen.find((other) => other.sequence === sequence)?.hash ??
          reads.one<{ hash: string }>(
            'SELECT hash FROM change_set WHERE replica = ? AND sequence = ?',
            replica,
            sequence,
          )?.hash;
        if (ours !== hash) throw altered();
        continue;
      }
      if (sequence !== last.sequence + 1) {
        throw new CaseError('merge.incomplete', { replica, sequence: last.sequence + 1 });
      }
      if (set.previousHash !== last.hash || !isReading(clock) || clock <= last.clock)
        throw altered();
      if (set.changes.length === 0) throw altered();
      for (const change of set.changes) {
        changedColumns(change);
        if (!['insert', 'update', 'delete'].includes(change.operation)) throw altered();
      }
      unseen.push(set);
      last = { sequence, hash, clock };
    }
    return unseen;
  });
}
