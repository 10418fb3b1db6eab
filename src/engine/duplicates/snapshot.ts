import type { EntityKind } from '#contract/vocabulary.ts';
import type { CaseStore } from '../store/index.ts';
import type { RecordAttribute, RecordText } from './record.ts';

/** Entities read at a time, so that what the engine is asked meanwhile is answered between. */
const part = 2000;

/**
 * What is known of each entity that heads a cluster, part by part in the order of their ids. The facts of a cluster are
 * those of all its members.
 */
export function* readRecords(store: CaseStore): Generator<RecordText[], void> {
  const members = membersOfClusters(store);
  const heads = new Map<string, string>();
  for (const [head, ids] of members) for (const id of ids) heads.set(id, head);
  let after = '';
  for (;;) {
    const rows = store.all<{ id: string; kind: EntityKind; name: string }>(
      `SELECT e.id, e.kind, s.name FROM entity e JOIN shown_entity s ON s.entity_id = e.id
       WHERE e.id > ? ORDER BY e.id LIMIT ${part}`,
      after,
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    const shown = rows.filter(({ id }) => (heads.get(id) ?? id) === id);
    const ids = JSON.stringify(shown.flatMap(({ id }) => members.get(id) ?? [id]));
    const headOf = (id: string): string => heads.get(id) ?? id;
    const names = gather(
      store.all<{ id: string; value: string }>(
        `SELECT entity_id AS id, value FROM name WHERE entity_id IN (SELECT value FROM json_each(?))
         ORDER BY entity_id, kind <> 'primary', id`,
        ids,
      ),
      headOf,
    );
    const attributes = gather(
      store.all<RecordAttribute & { id: string }>(
        `SELECT entity_id AS id, property, value FROM attribute
         WHERE entity_id IN (SELECT value FROM json_each(?)) ORDER BY entity_id, id`,
        ids,
      ),
      headOf,
    );
    const linked = gather(
      store.all<{ id: string; other: string }>(
        `SELECT from_id AS id, to_id AS other FROM link WHERE from_id IN (SELECT value FROM json_each(@ids))
         UNION SELECT to_id, from_id FROM link WHERE to_id IN (SELECT value FROM json_each(@ids))`,
        { ids },
      ),
      headOf,
    );
    yield shown.map(({ id, kind, name }) => ({
      id,
      kind,
      name,
      names: [...new Set([name, ...(names.get(id) ?? []).map(({ value }) => value)])],
      attributes: (attributes.get(id) ?? []).map(({ property, value }) => ({ property, value })),
      linked: [...new Set((linked.get(id) ?? []).map(({ other }) => headOf(other)))].toSorted(),
    }));
  }
}

function gather<Row extends { id: string }>(
  rows: readonly Row[],
  headOf: (id: string) => string,
): Map<string, Row[]> {
  return Map.groupBy(rows, ({ id }) => headOf(id));
}

/** The members of each cluster by its head; entities that are one with no other are not in it. */
export function membersOfClusters(store: CaseStore): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const { id, head } of store.all<{ id: string; head: string }>(
    'SELECT entity_id AS id, head_id AS head FROM cluster ORDER BY entity_id',
  )) {
    const ids = members.get(head);
    if (ids === undefined) members.set(head, [id]);
    else ids.push(id);
  }
  return members;
}

/** Judgements of pairs, by the heads that the two have now. */
export interface JudgedPairs {
  readonly headOf: (id: string) => string;
  readonly judgementOf: (a: string, b: string) => 'different' | 'unsure' | undefined;
}

/** Reads who was judged to be whom. A judgement of two members is one of their clusters. */
export function readJudged(store: CaseStore): JudgedPairs {
  const heads = new Map<string, string>();
  for (const [head, ids] of membersOfClusters(store)) for (const id of ids) heads.set(id, head);
  const headOf = (id: string): string => heads.get(id) ?? id;
  const judged = new Map<string, 'different' | 'unsure'>();
  for (const { a, b, judgement } of store.all<{
    a: string;
    b: string;
    judgement: 'different' | 'unsure';
  }>(`SELECT first_id AS a, second_id AS b, judgement FROM resolution WHERE judgement <> 'same'`)) {
    const key = pairKey(headOf(a), headOf(b));
    if (judged.get(key) !== 'different') judged.set(key, judgement);
  }
  return { headOf, judgementOf: (a, b) => judged.get(pairKey(a, b)) };
}

/** One key for a pair, whichever way round. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
