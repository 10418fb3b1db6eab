import type { EntityLink } from '#contract/entity.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { CaseStore } from '../store/index.ts';
import { resting, type Bearing } from './resting.ts';

/** When a fact holds, as columns of a row. */
export interface DateColumns {
  since: string;
  sinceEarliest: string | null;
  sinceLatest: string | null;
  until: string;
  untilEarliest: string | null;
  untilLatest: string | null;
}

export const dateColumns = (row: string) =>
  `${row}.since, ${row}.since_earliest AS sinceEarliest, ${row}.since_latest AS sinceLatest,
   ${row}.until, ${row}.until_earliest AS untilEarliest, ${row}.until_latest AS untilLatest`;

/** When a fact holds, as the contract has it. */
export function validity(row: DateColumns) {
  return {
    since: { text: row.since, earliest: row.sinceEarliest, latest: row.sinceLatest },
    until: { text: row.until, earliest: row.untilEarliest, latest: row.untilLatest },
  };
}

/**
 * The links of clusters to others, each other end seen as its cluster, and those between a cluster's own members, which
 * cannot all be right: what is one has no link to itself.
 *
 * @param heads of each of the entities, the head of its cluster
 * @returns by head
 */
export function linksOf(
  store: CaseStore,
  heads: ReadonlyMap<string, string>,
  bearing: Bearing,
): Map<string, { links: EntityLink[]; internalLinks: EntityLink[] }> {
  const rows = store.all<
    {
      id: string;
      type: string;
      role: string;
      direction: 'out' | 'in';
      memberId: string;
      otherEnd: string;
      otherId: string;
      otherKind: EntityKind;
      otherName: string;
    } & DateColumns
  >(
    `SELECT l.id, l.type, l.role, w.direction, w.memberId, w.otherEnd,
       o.id AS otherId, o.kind AS otherKind, o.name AS otherName, ${dateColumns('l')}
     FROM (
       SELECT id, 'out' AS direction, from_id AS memberId, to_id AS otherEnd FROM link
       WHERE from_id IN (SELECT value FROM json_each(@entities))
       UNION ALL SELECT id, 'in', to_id, from_id FROM link
       WHERE to_id IN (SELECT value FROM json_each(@entities))
     ) w JOIN link l ON l.id = w.id JOIN shown_entity o ON o.entity_id = w.otherEnd
     ORDER BY l.type, w.direction DESC, l.since_earliest, o.name`,
    { entities: JSON.stringify([...heads.keys()]) },
  );
  const found = new Map<string, { links: EntityLink[]; internalLinks: EntityLink[] }>();
  for (const head of heads.values()) found.set(head, { links: [], internalLinks: [] });
  for (const row of rows) {
    const head = heads.get(row.memberId) ?? row.memberId;
    const internal = heads.get(row.otherEnd) === head;
    // A link within a cluster is met from both its ends.
    if (internal && row.direction === 'in') continue;
    const of = found.get(head);
    (internal ? of?.internalLinks : of?.links)?.push({
      id: row.id,
      member: row.memberId,
      type: row.type,
      role: row.role,
      direction: row.direction,
      other: { id: row.otherId, kind: row.otherKind, name: row.otherName },
      ...validity(row),
      ...resting(bearing, 'link', row.id),
    });
  }
  return found;
}
