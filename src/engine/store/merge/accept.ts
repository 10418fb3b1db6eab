import { CaseError } from '#contract/error.ts';
import type { ClosedChangeSet } from '../foreign-changes.ts';
import type { Reads } from '../take-back.ts';
import { Incoming } from './incoming.ts';

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

/** What can be told of change sets as they are looked at. */
export interface Watch {
  /** Called now and then with how far the work is: of so many steps, so many are done. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Asked now and then: whether the work is to end, with nothing changed. */
  isCancelled?: (() => boolean) | undefined;
}

/** @throws CaseError `job.cancelled` */
export function unlessCancelled({ isCancelled }: Watch): void {
  if (isCancelled?.() === true) throw new CaseError('job.cancelled', {});
}

/**
 * Looks at change sets that were made elsewhere, in any order, as they come: that each is what its hash says and follows the
 * one before it, that nothing is missing in between, and that what the file has of the same replica is the same. Those that
 * the file has not seen are kept in memory, to be merged or looked through. To be closed after that.
 *
 * @throws CaseError `merge.altered` {replica, sequence}, `merge.incomplete` {replica, sequence}; `input.invalid` {reason}
 *   for a change that names what the schema does not know; `job.cancelled`
 */
export async function stageChangeSets(
  reads: Reads,
  sets: AsyncIterable<ClosedChangeSet> | Iterable<ClosedChangeSet>,
  watch: Pick<Watch, 'isCancelled'> = {},
): Promise<Incoming> {
  const incoming = new Incoming(reads);
  try {
    for await (const set of sets) {
      if (incoming.given % 100 === 0) unlessCancelled(watch);
      incoming.add(set);
    }
    incoming.chains(reads);
    return incoming;
  } catch (error) {
    incoming.close();
    throw error;
  }
}

/** As `stageChangeSets`, of change sets that are at hand. */
export function stagedNow(reads: Reads, sets: Iterable<ClosedChangeSet>): Incoming {
  const incoming = new Incoming(reads);
  try {
    for (const set of sets) incoming.add(set);
    incoming.chains(reads);
    return incoming;
  } catch (error) {
    incoming.close();
    throw error;
  }
}
