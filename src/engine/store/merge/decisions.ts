import type { Reads } from '../take-back.ts';

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

/**
 * Decisions that were taken back, and what took them back or made them again, by hash: they leave a conflict as it was.
 */
export function decisionsTakenBack(reads: Reads): Set<string> {
  const sets = reads.all<{ hash: string; undoes: string | null }>(
    `SELECT hash, undoes FROM change_set WHERE label = 'conflict.decide' ORDER BY id`,
  );
  const without = new Set<string>();
  for (const { hash, undoes } of sets) {
    if (undoes === null) continue;
    let decision = undoes;
    // Who takes back an undo does again what that one took back.
    for (let above = sets.find((set) => set.hash === undoes); typeof above?.undoes === 'string';) {
      const { undoes: below } = above;
      decision = below;
      above = sets.find((set) => set.hash === below);
    }
    if (without.has(decision)) without.delete(decision);
    else without.add(decision);
    without.add(hash);
  }
  return without;
}
