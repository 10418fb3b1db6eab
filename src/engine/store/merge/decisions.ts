import type { Reads } from '../take-back.ts';
import { unmerging } from './fold.ts';

/** Hashes of the change sets that were given up, by table, id and field. */
export function givenUpIn(reads: Reads): Map<string, Set<string>> {
  const givenUp = new Map<string, Set<string>>();
  for (const { row, hash } of reads.all<{ row: string; hash: string }>(
    `SELECT subject_table || ' ' || subject_id || ' ' || field AS row, value AS hash
     FROM decision, json_each(iif(json_valid(over), over, '[]')) WHERE json_each.type = 'text'`,
  )) {
    givenUp.set(row, (givenUp.get(row) ?? new Set()).add(hash));
  }
  return givenUp;
}

const deciding = 'conflict.decide';

/**
 * What was taken back, or did that, so that it is as if it had never been, by hash: decisions, and what took them back or
 * made them again, leave a conflict as it was, and so does a merge that was taken back and then done again.
 */
export function decisionsTakenBack(reads: Reads): Set<string> {
  const sets = reads.all<{ hash: string; label: string; undoes: string | null }>(
    `SELECT hash, label, undoes FROM change_set WHERE label IN (?, ?) ORDER BY id`,
    deciding,
    unmerging,
  );
  const byHash = new Map(sets.map((set) => [set.hash, set]));
  const without = new Set<string>();
  for (const { hash, undoes } of sets) {
    // What takes a merge back stands, as a decision does, until it is taken back itself.
    let taken = byHash.get(undoes ?? '');
    // Who takes back an undo does again what that one took back.
    for (let below = taken; below !== undefined; below = byHash.get(below.undoes ?? '')) {
      taken = below;
    }
    if (taken === undefined) continue;
    if (without.has(taken.hash)) without.delete(taken.hash);
    else without.add(taken.hash);
    without.add(hash);
  }
  return without;
}
