import type { Member } from '#contract/entity.ts';
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

/** The entities of a cluster as they were recorded, each by its own name. */
export function membersIn(store: CaseStore, ids: readonly string[]): Member[] {
  return store.all<Member>(
    `SELECT e.id, e.kind, n.value AS name, e.summary FROM json_each(?) wanted JOIN entity e ON e.id = wanted.value
     JOIN name n ON n.entity_id = e.id AND n.kind = 'primary' ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
}
