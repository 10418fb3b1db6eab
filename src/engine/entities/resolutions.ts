import type { z } from 'zod';
import type {
  JudgeInput,
  ListResolutionsInput,
  Resolution,
  ResolutionPage,
} from '#contract/resolution.ts';
import { CaseError } from '#contract/error.ts';
import type { EntityKind, Judgement } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import { clusterOf } from './clusters.ts';
import { entityOf } from './make.ts';
import { signed } from './signed.ts';

interface Row {
  id: string;
  firstId: string;
  firstKind: EntityKind;
  firstName: string;
  secondId: string;
  secondKind: EntityKind;
  secondName: string;
  judgement: Judgement;
  reason: string;
  createdAt: string;
  together: number;
}

const columns = `r.id, r.first_id AS firstId, a.kind AS firstKind, m.value AS firstName,
  r.second_id AS secondId, b.kind AS secondKind, n.value AS secondName, r.judgement, r.reason, r.created_at AS createdAt,
  EXISTS (SELECT 1 FROM cluster x JOIN cluster y ON y.head_id = x.head_id
          WHERE x.entity_id = r.first_id AND y.entity_id = r.second_id) AS together`;
const joins = `JOIN entity a ON a.id = r.first_id JOIN name m ON m.entity_id = a.id AND m.kind = 'primary'
  JOIN entity b ON b.id = r.second_id JOIN name n ON n.entity_id = b.id AND n.kind = 'primary'`;

/** The judgements of pairs of entities, the latest pair first: all, or those of an entity and of what is one with it. */
export function listResolutions(
  store: CaseStore,
  { entity, offset, limit }: Omit<z.infer<typeof ListResolutionsInput>, 'handle'>,
): z.infer<typeof ResolutionPage> {
  if (entity !== undefined) {
    const all = resolutionsOf(store, clusterOf(store, entity));
    return { items: all.slice(offset, offset + limit), total: all.length };
  }
  const total = store.one<{ n: number }>('SELECT count(*) AS n FROM resolution');
  const rows = store.all<Row>(
    `SELECT ${columns} FROM resolution r ${joins} ORDER BY r.id DESC LIMIT ? OFFSET ?`,
    limit,
    offset,
  );
  return { items: shown(store, rows), total: total?.n ?? 0 };
}

/** The judgements of any of some entities, the latest pair first. */
export function resolutionsOf(store: CaseStore, entities: readonly string[]): Resolution[] {
  const rows = store.all<Row>(
    `SELECT ${columns} FROM (
       SELECT id FROM resolution WHERE first_id IN (SELECT value FROM json_each(@entities))
       UNION SELECT id FROM resolution WHERE second_id IN (SELECT value FROM json_each(@entities))) w
     JOIN resolution r ON r.id = w.id ${joins} ORDER BY r.id DESC`,
    { entities: JSON.stringify(entities) },
  );
  return shown(store, rows);
}

function shown(store: CaseStore, rows: readonly Row[]): Resolution[] {
  const signatures = signed(store, 'resolution', rows);
  return rows.map((row) => ({
    id: row.id,
    first: { id: row.firstId, kind: row.firstKind, name: row.firstName },
    second: { id: row.secondId, kind: row.secondKind, name: row.secondName },
    judgement: row.judgement,
    reason: row.reason,
    ...(signatures.get(row.id) ?? { by: null, at: row.createdAt }),
    contradicted: row.judgement === 'different' && row.together === 1,
  }));
}

/**
 * Judges whether two entities are the same. Judging a pair again, either way round, replaces its judgement.
 *
 * @returns the judgement's id
 * @throws CaseError `record.notFound`, `resolution.ofItself`
 */
export function judge(
  store: CaseStore,
  { first, second, judgement, reason }: Omit<z.infer<typeof JudgeInput>, 'handle'>,
): string {
  return store.gesture('entity.resolve', (writer) => {
    const one = entityOf(writer, { entity: first });
    const other = entityOf(writer, { entity: second });
    if (one === other) throw new CaseError('resolution.ofItself', {});
    return putJudgement(writer, one, other, judgement, reason);
  });
}

/** Takes a judgement back: the pair is as if it had never been judged. @throws CaseError `record.notFound` */
export function removeResolution(store: CaseStore, id: string): void {
  store.gesture('entity.unresolve', (writer) => writer.remove('resolution', id));
}

/**
 * Takes one entity out of its cluster: what made it the same as others becomes "different". The others stay together,
 * also those that were joined through it alone: they are judged the same as the oldest of them, for the reason for which
 * they were the same as it.
 *
 * @throws CaseError `record.notFound` when it is in no cluster
 */
export function split(store: CaseStore, id: string, reason: string): void {
  store.gesture('entity.split', (writer) => {
    entityOf(writer, { entity: id });
    const edges = writer.all<{ id: string; other: string; reason: string }>(
      `SELECT id, CASE first_id WHEN @id THEN second_id ELSE first_id END AS other, reason FROM resolution
       WHERE judgement = 'same' AND (first_id = @id OR second_id = @id)`,
      { id },
    );
    if (edges.length === 0) throw new CaseError('record.notFound', { id });
    for (const edge of edges) {
      writer.update('resolution', edge.id, { judgement: 'different', reason });
    }
    const hub = edges.map(({ other }) => other).toSorted()[0];
    if (hub === undefined) return;
    for (const edge of edges) {
      if (edge.other === hub || reachable(writer, hub).has(edge.other)) continue;
      putJudgement(writer, hub, edge.other, 'same', edge.reason);
    }
  });
}

function putJudgement(
  writer: Writer,
  one: string,
  other: string,
  judgement: Judgement,
  reason: string,
): string {
  const [firstId, secondId] = one < other ? [one, other] : [other, one];
  const there = writer.one<{ id: string }>(
    'SELECT id FROM resolution WHERE first_id = ? AND second_id = ?',
    firstId,
    secondId,
  );
  if (there !== undefined) {
    writer.update('resolution', there.id, { judgement, reason });
    return there.id;
  }
  const id = newId();
  const createdAt = new Date().toISOString();
  writer.insert('resolution', { id, firstId, secondId, judgement, reason, createdAt });
  return id;
}

/** What is one with an entity by the judgements as they are now, in the middle of a gesture. */
function reachable(writer: Writer, id: string): Set<string> {
  return new Set(
    writer
      .all<{ id: string }>(
        `WITH RECURSIVE reached(id) AS (
           SELECT ? UNION
           SELECT CASE r.first_id WHEN reached.id THEN r.second_id ELSE r.first_id END FROM reached
           JOIN resolution r ON (r.first_id = reached.id OR r.second_id = reached.id) AND r.judgement = 'same')
         SELECT id FROM reached`,
        id,
      )
      .map((row) => row.id),
  );
}
