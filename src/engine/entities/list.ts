import type { z } from 'zod';
import type { EntityPage, EntitySummary, ListEntitiesInput } from '#contract/entity.ts';
import { passagesOfEntity } from '../annotations/index.ts';
import { singleValued } from '../ontology.ts';
import { namesMatching } from '../search/index.ts';
import type { CaseStore, Parameter } from '../store/index.ts';

const order = {
  name: 'p.value COLLATE NOCASE, e.id',
  passages: `(SELECT count(*) FROM mention m WHERE m.entity_id = e.id AND m.verdict = 'refers') DESC, p.value COLLATE NOCASE`,
  created: 'e.id DESC',
} as const;

/** Entities of a kind, or of all, whose names match the filter: accents and case ignored. */
export function listEntities(
  store: CaseStore,
  { kind, filter, sort, offset, limit }: Omit<z.infer<typeof ListEntitiesInput>, 'handle'>,
): z.infer<typeof EntityPage> {
  const conditions = ['1'];
  const parameters: Parameter[] = [];
  if (kind !== undefined) {
    conditions.push('e.kind = ?');
    parameters.push(kind);
  }
  if (filter.trim() !== '') {
    const matching = namesMatching(filter);
    if (matching === null) return { items: [], total: 0 };
    conditions.push(`e.id IN (SELECT entity_id FROM name WHERE id IN (${matching.ids}))`);
    parameters.push(matching.query);
  }
  const from = `FROM entity e JOIN name p ON p.entity_id = e.id AND p.kind = 'primary' WHERE ${conditions.join(' AND ')}`;
  const total = store.one<{ n: number }>(`SELECT count(*) AS n ${from}`, ...parameters);
  const ids = store.all<{ id: string }>(
    `SELECT e.id ${from} ORDER BY ${order[sort]} LIMIT ? OFFSET ?`,
    ...parameters,
    limit,
    offset,
  );
  return {
    items: summariesOf(
      store,
      ids.map((row) => row.id),
    ),
    total: total?.n ?? 0,
  };
}

/** Entities by id, in the order of the ids, as lists show them. */
export function summariesOf(store: CaseStore, ids: readonly string[]): EntitySummary[] {
  return store
    .all<Omit<EntitySummary, 'aliases'> & { aliases: string }>(
      `SELECT e.id, e.kind, e.schema, p.value AS name, e.handling,
         (SELECT json_group_array(value) FROM (SELECT value FROM name n WHERE n.entity_id = e.id AND n.kind <> 'primary' ORDER BY n.kind, n.value)) AS aliases,
         (SELECT count(*) FROM name n WHERE n.entity_id = e.id) + (SELECT count(*) FROM attribute a WHERE a.entity_id = e.id)
           + (SELECT count(*) FROM link l WHERE l.from_id = e.id) + (SELECT count(*) FROM link l WHERE l.to_id = e.id) AS facts,
         (SELECT count(*) FROM (${passagesOfEntity.replace('(SELECT ?)', '(SELECT e.id)')})) AS passages,
         (SELECT count(*) FROM (
            SELECT v.name_id FROM name n JOIN evidence v ON v.name_id = n.id WHERE n.entity_id = e.id AND v.stance = 'contradicts'
            UNION SELECT v.link_id FROM link l JOIN evidence v ON v.link_id = l.id WHERE e.id IN (l.from_id, l.to_id) AND v.stance = 'contradicts'
            UNION SELECT CASE WHEN a.property IN (SELECT value FROM json_each(@single)) THEN a.property ELSE a.id END
              FROM attribute a JOIN evidence v ON v.attribute_id = a.id WHERE a.entity_id = e.id AND v.stance = 'contradicts'
            UNION SELECT a.property FROM attribute a WHERE a.entity_id = e.id AND a.property IN (SELECT value FROM json_each(@single))
              GROUP BY a.property HAVING count(DISTINCT a.value) > 1)) AS conflicts
       FROM json_each(@ids) wanted JOIN entity e ON e.id = wanted.value JOIN name p ON p.entity_id = e.id AND p.kind = 'primary'
       ORDER BY wanted.key`,
      { ids: JSON.stringify(ids), single: JSON.stringify(singleValued()) },
    )
    .map((row) => ({ ...row, aliases: strings(row.aliases) }));
}

function strings(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
