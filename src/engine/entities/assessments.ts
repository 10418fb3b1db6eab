import type { z } from 'zod';
import type { AssessInput, Assessment } from '#contract/resolution.ts';
import { CaseError } from '#contract/error.ts';
import type { FactKind } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import { clusterOf } from './clusters.ts';
import { entityOf } from './make.ts';
import { signed } from './signed.ts';

interface Row {
  id: string;
  entity: string;
  fact: string;
  point: string;
  body: string;
  createdAt: string;
}

/**
 * The assessments of a cluster, with the point each is about: names have one among them, attributes one a property, a
 * link is a point of its own.
 */
const ofCluster = `
  SELECT s.id, s.entity_id AS entity, coalesce(s.name_id, s.attribute_id, s.link_id) AS fact, s.body, s.created_at AS createdAt,
    CASE WHEN s.name_id IS NOT NULL THEN 'name' WHEN s.link_id IS NOT NULL THEN s.link_id ELSE a.property END AS point
  FROM (
    SELECT * FROM assessment WHERE entity_id IN (SELECT value FROM json_each(@entities))
    UNION SELECT s.* FROM link l JOIN assessment s ON s.link_id = l.id WHERE l.from_id IN (SELECT value FROM json_each(@entities))
    UNION SELECT s.* FROM link l JOIN assessment s ON s.link_id = l.id WHERE l.to_id IN (SELECT value FROM json_each(@entities))
  ) s LEFT JOIN attribute a ON a.id = s.attribute_id ORDER BY s.id`;

/**
 * The assessments of clusters by the fact they prefer. Of two on one point (two clusters became one), the later counts.
 *
 * @param heads of each of the entities, the head of its cluster
 */
export function assessmentsOf(
  store: CaseStore,
  heads: ReadonlyMap<string, string>,
): Map<string, Assessment> {
  const rows = store.all<Row>(ofCluster, { entities: JSON.stringify([...heads.keys()]) });
  if (rows.length === 0) return new Map();
  // A link is a point of its own, whoever of its two ends it was assessed from.
  const pointOf = ({ point, fact, entity }: Row) =>
    point === fact ? point : `${heads.get(entity) ?? entity} ${point}`;
  const latest = new Map(rows.map((row) => [pointOf(row), row]));
  const signatures = signed(store, 'assessment', rows);
  return new Map(
    [...latest.values()].map(({ id, fact, body, createdAt }) => [
      fact,
      { id, body, ...(signatures.get(id) ?? { by: null, at: createdAt }) },
    ]),
  );
}

/**
 * Prefers a fact to its rivals, which stay. A former assessment of the same point gives way.
 *
 * @returns the assessment's id
 * @throws CaseError `record.notFound`, also when the fact is not one of that entity
 */
export function assess(
  store: CaseStore,
  { entity, fact, body }: Omit<z.infer<typeof AssessInput>, 'handle'>,
): string {
  return store.gesture('entity.assess', (writer) => {
    const entities = clusterOf(writer, entityOf(writer, { entity }));
    return prefer(writer, entities, fact, body);
  });
}

/** As `assess`, within a gesture that is under way. */
export function prefer(
  writer: Writer,
  entities: readonly string[],
  fact: { kind: FactKind; id: string },
  body: string,
): string {
  const owner = ownersOf(writer, fact).find((id) => entities.includes(id));
  if (owner === undefined) throw new CaseError('record.notFound', { id: fact.id });
  const id = newId();
  const preferred = {
    nameId: fact.kind === 'name' ? fact.id : null,
    attributeId: fact.kind === 'attribute' ? fact.id : null,
    linkId: fact.kind === 'link' ? fact.id : null,
  };
  const createdAt = new Date().toISOString();
  writer.insert('assessment', { id, entityId: owner, ...preferred, body, createdAt });
  const rows = writer.all<Row>(ofCluster, { entities: JSON.stringify(entities) });
  const point = rows.find((row) => row.id === id)?.point;
  for (const row of rows) {
    if (row.id !== id && row.point === point) writer.remove('assessment', row.id);
  }
  return id;
}

/** Leaves the name of a cluster to its oldest entity again. */
export function preferNoName(writer: Writer, entities: readonly string[]): void {
  const rows = writer.all<Row>(ofCluster, { entities: JSON.stringify(entities) });
  for (const row of rows) if (row.point === 'name') writer.remove('assessment', row.id);
}

/** Takes an assessment back. @throws CaseError `record.notFound` */
export function unassess(store: CaseStore, id: string): void {
  store.gesture('entity.unassess', (writer) => writer.remove('assessment', id));
}

function ownersOf(writer: Writer, { kind, id }: { kind: FactKind; id: string }): string[] {
  const columns = kind === 'link' ? 'from_id AS owner, to_id AS other' : 'entity_id AS owner';
  const row = writer.one<{ owner: string; other?: string }>(
    `SELECT ${columns} FROM "${kind}" WHERE id = ?`,
    id,
  );
  if (row === undefined) return [];
  return row.other === undefined ? [row.owner] : [row.owner, row.other];
}
