import type Database from 'better-sqlite3';
import { z } from 'zod';
import { localValue, setLocal } from '../local.ts';
import { settling } from './fold.ts';

/*
 * Which change sets came into this file together, so that a merge is one step of undo. That is a matter of this file
 * alone, as is the order of its journal: `local` keeps it, as `[[first id, last id], ...]`.
 */

const Merges = z.array(z.tuple([z.int(), z.int()]));

/** Change sets that came in by one merge, and what it wrote itself, by their ids in this file. */
export interface Merge {
  first: number;
  last: number;
}

/** Whether a text, in a damaged file, says which change sets came in together. */
export function areMerges(text: string): boolean {
  try {
    return Merges.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** Notes that these change sets came in together, inside the transaction that took them in. */
export function noteMerge(db: Database.Database, { first, last }: Merge): void {
  const before = Merges.parse(JSON.parse(localValue(db, 'merges') ?? '[]'));
  setLocal(db, { merges: JSON.stringify([...before, [first, last]]) });
}

/** The merges of this file, as steps of undo: to be joined to others by UNION. Takes the label as `@settling`. */
export const mergeSteps = `SELECT s.id, @settling AS label, s.hash, NULL AS undoes
  FROM local, json_each(local.value) m JOIN change_set s ON s.id = m.value ->> 1 WHERE local.key = 'merges'`;

/** The merge that a step of undo stands for, by the last of its change sets; undefined when it is no merge. */
export function mergeOf(
  reads: { one<Row>(sql: string, ...parameters: (string | number)[]): Row | undefined },
  { id, label }: { id: number; label: string },
): Merge | undefined {
  if (label !== settling) return undefined;
  return reads.one<Merge>(
    `SELECT m.value ->> 0 AS first, m.value ->> 1 AS last FROM local, json_each(local.value) m
     WHERE local.key = 'merges' AND m.value ->> 1 = ?`,
    id,
  );
}
