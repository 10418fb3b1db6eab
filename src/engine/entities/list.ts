import type { z } from 'zod';
import type { EntityPage, EntitySummary, ListEntitiesInput } from '#contract/entity.ts';
import { Handling } from '#contract/vocabulary.ts';
import { alphabetical } from '../alphabetical.ts';
import { passagesOfEntity } from '../annotations/index.ts';
import { singleValued } from '../ontology.ts';
import { namesMatching } from '../search/index.ts';
import type { CaseStore, Parameter } from '../store/index.ts';
import { membersOf } from './clusters.ts';

const shownName = 'coalesce(q.value, p.value)';
const members = membersOf('e.id');
const inside = (end: string) =>
  `SELECT 1 FROM cluster o WHERE o.entity_id = ${end} AND o.head_id = e.id`;

const order = {
  name: `${alphabetical(shownName)}, e.id`,
  // Few are in a cluster: the others need not ask who is in theirs.
  passages: `CASE WHEN c.entity_id IS NULL
      THEN (SELECT count(*) FROM mention m WHERE m.entity_id = e.id AND m.verdict = 'refers')
      ELSE (SELECT count(*) FROM mention m WHERE m.entity_id IN (${members}) AND m.verdict = 'refers') END DESC,
    ${alphabetical(shownName)}, e.id`,
  created: 'e.id DESC',
} as const;

/** The entities that head a cluster, most of them one of their own, by the name they are shown by. */
const heads = `entity e LEFT JOIN cluster c ON c.entity_id = e.id
  JOIN name p ON p.entity_id = e.id AND p.kind = 'primary' LEFT JOIN name q ON q.id = c.name_id`;

/**
 * Entities of a kind, or of all, of which a name matches the filter: accents and case ignored. What was found to be one
 * is one row.
 */
export function listEntities(
  store: CaseStore,
  { kind, filter, sort, offset, limit }: Omit<z.infer<typeof ListEntitiesInput>, 'handle'>,
): z.infer<typeof EntityPage> {
  const conditions = ['(c.head_id IS NULL OR c.head_id = e.id)'];
  const parameters: Parameter[] = [];
  if (kind !== undefined) {
    conditions.push('e.kind = ?');
    parameters.push(kind);
  }
  if (filter.trim() !== '') {
    const matching = namesMatching(filter);
    if (matching === null) return { items: [], total: 0 };
    conditions.push(
      `e.id IN (SELECT coalesce(m.head_id, n.entity_id) FROM name n LEFT JOIN cluster m ON m.entity_id = n.entity_id
                WHERE n.id IN (${matching.ids}))`,
    );
    parameters.push(matching.query);
  }
  const from = `FROM ${heads} WHERE ${conditions.join(' AND ')}`;
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

/** The clusters that some entities head, in the order of the ids, as lists show them. */
function summariesOf(store: CaseStore, ids: readonly string[]): EntitySummary[] {
  return store
    .all<Omit<EntitySummary, 'aliases' | 'handling'> & { aliases: string; handling: number }>(
      `SELECT e.id, e.kind, e.schema, ${shownName} AS name,
         (SELECT min(j.key) FROM entity h JOIN json_each(@handlings) j ON j.value = h.handling WHERE h.id IN (${members})) AS handling,
         (SELECT json_group_array(value) FROM (
            SELECT n.value FROM name n WHERE n.entity_id IN (${members}) AND n.value <> ${shownName}
            GROUP BY n.value ORDER BY n.kind = 'primary', n.kind, n.value)) AS aliases,
         (SELECT count(*) FROM (${members})) AS members,
         (SELECT count(*) FROM name n WHERE n.entity_id IN (${members})) + (SELECT count(*) FROM attribute a WHERE a.entity_id IN (${members}))
           + (SELECT count(*) FROM link l WHERE l.from_id IN (${members}) AND NOT EXISTS (${inside('l.to_id')}))
           + (SELECT count(*) FROM link l WHERE l.to_id IN (${members}) AND NOT EXISTS (${inside('l.from_id')})) AS facts,
         (SELECT count(*) FROM (${passagesOfEntity.replace('(SELECT ?)', '(SELECT e.id)')})) AS passages,
         (SELECT count(*) FROM (
            SELECT v.name_id FROM name n JOIN evidence v ON v.name_id = n.id WHERE n.entity_id IN (${members}) AND v.stance = 'contradicts'
            UNION SELECT v.link_id FROM link l JOIN evidence v ON v.link_id = l.id WHERE l.from_id IN (${members}) AND v.stance = 'contradicts'
            UNION SELECT v.link_id FROM link l JOIN evidence v ON v.link_id = l.id WHERE l.to_id IN (${members}) AND v.stance = 'contradicts'
            UNION SELECT CASE WHEN a.property IN (SELECT value FROM json_each(@single)) THEN a.property ELSE a.id END
              FROM attribute a JOIN evidence v ON v.attribute_id = a.id WHERE a.entity_id IN (${members}) AND v.stance = 'contradicts'
            UNION SELECT a.property FROM attribute a WHERE a.entity_id IN (${members}) AND a.property IN (SELECT value FROM json_each(@single))
              GROUP BY a.property HAVING count(DISTINCT a.value) > 1)) AS conflicts
       FROM json_each(@ids) wanted JOIN ${heads.replace('entity e ', 'entity e ON e.id = wanted.value ')}
       ORDER BY wanted.key`,
      {
        ids: JSON.stringify(ids),
        single: JSON.stringify(singleValued()),
        handlings: JSON.stringify(Handling.options),
      },
    )
    .map((row) => ({
      ...row,
      aliases: strings(row.aliases),
      handling: Handling.options[row.handling] ?? 'RED',
    }));
}

function strings(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
