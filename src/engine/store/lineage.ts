import type Database from 'better-sqlite3';
import { z } from 'zod';
import { newId } from '#shared/id.ts';
import { localValue, setLocal } from './local.ts';
import { isSamePlace, placeOf } from './place.ts';

/*
 * A file is a replica, and keeps being it until it is found to be a copy of another, or a backup; then it becomes a new
 * one. What was done in it before stays its own, to be undone like what is done from then on: `local` remembers which
 * replicas the file was, and up to which change set, since the file it was copied from may go on as the same replica, and
 * its later work come in by a package as a colleague's does.
 */

/**
 * Gives the file its replica: the one it has, unless it is not the file that got it but a copy, which two files would then
 * share. A backup always gets a new one.
 */
export function settleReplica(db: Database.Database, path: string): void {
  const place = placeOf(path);
  const replica = localValue(db, 'replica');
  const known = localValue(db, 'place');
  if (replica !== undefined && known !== undefined && isSamePlace(known, place)) return;
  setLocal(db, {
    replica: newId(),
    place,
    ...(replica === undefined ? {} : { lineage: lineageWith(db, replica) }),
  });
}

const Lineage = z.array(z.tuple([z.string(), z.number()]));

/**
 * What the file was until now, as JSON: `[[replica, sequence of its last change set here], ...]`, the earliest first.
 *
 * @param earlier the same, before it was `replica`; what the file itself says by default
 */
export function lineageWith(
  db: Database.Database,
  replica: string,
  earlier = localValue(db, 'lineage'),
): string {
  const before = Lineage.parse(JSON.parse(earlier ?? '[]'));
  const through = db
    .prepare<[string], number | null>('SELECT max(sequence) FROM change_set WHERE replica = ?')
    .pluck()
    .get(replica);
  return JSON.stringify(typeof through === 'number' ? [...before, [replica, through]] : before);
}

/**
 * Change sets that were made in this file, whatever replica it was then: a table `own(replica, through)`, to be joined.
 * Takes the present replica as `@replica`.
 */
export const ownReplicas = `own(replica, through) AS (
  SELECT @replica, 9e15
  UNION ALL SELECT json_extract(was.value, '$[0]'), json_extract(was.value, '$[1]')
  FROM local, json_each(local.value) was WHERE local.key = 'lineage')`;
