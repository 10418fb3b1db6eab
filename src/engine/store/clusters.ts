import type Database from 'better-sqlite3';
import type { DerivedObject } from './derived.ts';

/*
 * Which entities were judged to be the same. `cluster` has a row for each entity that is one with another, or whose
 * name an analyst has preferred; an entity without a row stands for itself, so that a case without judgements pays
 * nothing for them. The head of a cluster is its oldest entity: the smallest id, since ids are UUIDv7.
 *
 * It follows from `resolution` and `assessment` alone. Triggers on these put the entities concerned into
 * `cluster_stale`, whoever changed them and however (a gesture, an undo, a cascade), and `refreshClusters` settles them
 * before the transaction ends.
 */

/** The table of clusters, what keeps it in step, and the view by which an entity is seen: with its cluster's name. */
export function clusterObjects(): DerivedObject[] {
  return [
    {
      type: 'table',
      name: 'cluster',
      create: `CREATE TABLE cluster (
  entity_id TEXT PRIMARY KEY, head_id TEXT NOT NULL, name_id TEXT) WITHOUT ROWID`,
    },
    {
      type: 'index',
      name: 'cluster_member',
      create: 'CREATE INDEX cluster_member ON cluster (head_id)',
    },
    {
      type: 'table',
      name: 'cluster_stale',
      create: 'CREATE TABLE cluster_stale (entity_id TEXT PRIMARY KEY) WITHOUT ROWID',
      fill: `INSERT OR IGNORE INTO cluster_stale SELECT first_id FROM resolution WHERE judgement = 'same'
UNION SELECT second_id FROM resolution WHERE judgement = 'same'
UNION SELECT entity_id FROM assessment WHERE name_id IS NOT NULL`,
    },
    ...['insert', 'update', 'delete'].flatMap((operation) => [
      stale(
        'resolution',
        operation,
        ['first_id', 'second_id'],
        (row) => `${row}.judgement = 'same'`,
      ),
      stale('assessment', operation, ['entity_id'], (row) => `${row}.name_id IS NOT NULL`),
    ]),
    {
      type: 'view',
      name: 'shown_entity',
      create: `CREATE VIEW "shown_entity" AS
SELECT e.id AS entity_id, coalesce(c.head_id, e.id) AS id, h.kind,
  coalesce((SELECT value FROM name WHERE id = c.name_id), p.value) AS name
FROM entity e LEFT JOIN cluster c ON c.entity_id = e.id
JOIN entity h ON h.id = coalesce(c.head_id, e.id)
JOIN name p ON p.entity_id = h.id AND p.kind = 'primary'`,
    },
  ];
}

function stale(
  table: string,
  operation: string,
  columns: string[],
  concerns: (row: string) => string,
): DerivedObject {
  const rows = operation === 'insert' ? ['NEW'] : operation === 'delete' ? ['OLD'] : ['OLD', 'NEW'];
  const values = rows.flatMap((row) => columns.map((column) => `(${row}.${column})`));
  return {
    type: 'trigger',
    name: `cluster_${table}_${operation}`,
    create: `CREATE TRIGGER "cluster_${table}_${operation}" AFTER ${operation.toUpperCase()} ON "${table}"
WHEN ${rows.map(concerns).join(' OR ')}
BEGIN INSERT OR IGNORE INTO cluster_stale (entity_id) VALUES ${values.join(', ')}; END`,
  };
}

/** Brings the clusters into step with the judgements, inside the transaction that changed them. */
export function refreshClusters(db: Database.Database): void {
  const stale = db.prepare<[], string>('SELECT entity_id FROM cluster_stale').pluck();
  const first = stale.get();
  if (first === undefined) return;
  const concerned = wholeClusters(db, stale.all());
  db.exec('DELETE FROM cluster_stale');
  const forget = db.prepare('DELETE FROM cluster WHERE entity_id = ?');
  const there = db.prepare<[string]>('SELECT 1 FROM entity WHERE id = ?');
  const same = sameAs(db);
  const preferred = db.prepare<[string], { id: string; nameId: string }>(
    `SELECT id, name_id AS nameId FROM assessment WHERE entity_id = ? AND name_id IS NOT NULL
     ORDER BY id DESC LIMIT 1`,
  );
  const join = db.prepare('INSERT INTO cluster (entity_id, head_id, name_id) VALUES (?, ?, ?)');
  for (const entity of concerned) forget.run(entity);
  const settled = new Set<string>();
  for (const entity of concerned) {
    if (settled.has(entity) || there.get(entity) === undefined) continue;
    const members = connected([entity], same);
    let head = entity;
    let latest: { id: string; nameId: string } | undefined;
    for (const member of members) {
      settled.add(member);
      if (member < head) head = member;
      const name = preferred.get(member);
      if (name !== undefined && (latest === undefined || name.id > latest.id)) latest = name;
    }
    if (members.size === 1 && latest === undefined) continue;
    for (const member of members) join.run(member, head, latest?.nameId ?? null);
  }
}

/** What may change with the stale entities: they, who is in a cluster with one of them, and who is to be. */
function wholeClusters(db: Database.Database, stale: readonly string[]): Set<string> {
  const members = db
    .prepare<[], string>(
      `SELECT entity_id FROM cluster
       WHERE head_id IN (SELECT c.head_id FROM cluster_stale s JOIN cluster c ON c.entity_id = s.entity_id)`,
    )
    .pluck()
    .all();
  return connected([...stale, ...members], sameAs(db));
}

function sameAs(db: Database.Database): (entity: string) => string[] {
  const neighbours = db
    .prepare<[string, string], string>(
      `SELECT second_id FROM resolution WHERE first_id = ? AND judgement = 'same'
       UNION ALL SELECT first_id FROM resolution WHERE second_id = ? AND judgement = 'same'`,
    )
    .pluck();
  return (entity) => neighbours.all(entity, entity);
}

/** All that can be reached from some entities over what they are the same as. */
function connected(from: Iterable<string>, same: (entity: string) => string[]): Set<string> {
  const reached = new Set(from);
  // A set can grow while it is walked, and the walk goes on to what was added.
  for (const entity of reached) for (const other of same(entity)) reached.add(other);
  return reached;
}
