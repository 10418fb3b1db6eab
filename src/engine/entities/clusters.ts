import type { Member } from '#contract/entity.ts';
import type { Handling } from '#contract/vocabulary.ts';
import type { CaseStore, Writer } from '../store/index.ts';

/**
 * Ids of the entities that an entity is one with, itself among them, as a query: the entity's id is the SQL `entity`, an
 * expression of the query it stands in.
 */
export const membersOf = (entity: string) => `
  SELECT ${entity} AS id UNION SELECT them.entity_id FROM cluster it CROSS JOIN cluster them ON them.head_id = it.head_id WHERE it.entity_id = ${entity}`;

/** Ids of the entities that an entity is one with, itself among them, the oldest first. */
export function clusterOf(store: Pick<CaseStore, 'all'> | Writer, id: string): string[] {
  return store
    .all<{ id: string }>(`SELECT id FROM (${membersOf('@id')}) ORDER BY id`, { id })
    .map((row) => row.id);
}

/** Entities as they were recorded, each by its own name, the oldest first. */
export function membersIn(
  store: CaseStore,
  ids: Iterable<string>,
): (Member & { handling: Handling })[] {
  return store.all(
    `SELECT e.id, e.kind, n.value AS name, e.summary, e.handling FROM json_each(?) wanted
     JOIN entity e ON e.id = wanted.value JOIN name n ON n.entity_id = e.id AND n.kind = 'primary' ORDER BY e.id`,
    JSON.stringify([...ids]),
  );
}

/** All that some entities are one with, themselves among them: of each, the head of its cluster. */
export function headsOf(store: CaseStore, ids: Iterable<string>): Map<string, string> {
  return new Map(
    store
      .all<{ id: string; head: string }>(
        `WITH asked(id) AS MATERIALIZED (SELECT value FROM json_each(?))
         SELECT them.entity_id AS id, them.head_id AS head FROM asked JOIN cluster it ON it.entity_id = asked.id
         CROSS JOIN cluster them ON them.head_id = it.head_id
         UNION SELECT id, id FROM asked WHERE id NOT IN (SELECT entity_id FROM cluster) ORDER BY 1`,
        JSON.stringify([...ids]),
      )
      .map(({ id, head }) => [id, head]),
  );
}
