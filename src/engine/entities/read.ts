import type { Entity, EntityAttribute, EntityName, Mention } from '#contract/entity.ts';
import { CaseError } from '#contract/error.ts';
import { Handling, type EntityKind } from '#contract/vocabulary.ts';
import { notesOn } from '../notes/index.ts';
import { singleValued } from '../ontology.ts';
import type { CaseStore } from '../store/index.ts';
import { clusterOf, membersIn } from './clusters.ts';
import { dateColumns, linksOf, validity, type DateColumns } from './links.ts';
import { resolutionsOf } from './resolutions.ts';
import { bearingOn, place, resting, type Bearing } from './resting.ts';

/** What is known of an entity, without what is said of it elsewhere. */
export type EntityFacts = Omit<Entity, 'resolutions' | 'mentions' | 'notes'>;

/**
 * An entity with everything known of it, and of what was found to be one with it.
 *
 * @param id of any of them
 * @throws CaseError `record.notFound`
 */
export function getEntity(store: CaseStore, id: string): Entity {
  const facts = getFacts(store, id);
  const ids = facts.members.map((member) => member.id);
  return {
    ...facts,
    resolutions: resolutionsOf(store, ids),
    mentions: mentionsOf(store, ids),
    notes: [...notesOn(store, 'entity', ids).values()].flat(),
  };
}

/**
 * The facts of an entity, and of what was found to be one with it.
 *
 * @param id of any of them
 * @throws CaseError `record.notFound`
 */
export function getFacts(store: CaseStore, id: string): EntityFacts {
  const head = store.one<{
    id: string;
    kind: EntityKind;
    schema: string;
    name: string;
    handling: Handling;
    createdAt: string;
  }>(
    `SELECT e.id, s.kind, e.schema, s.name, e.handling, e.created_at AS createdAt
     FROM shown_entity s JOIN entity e ON e.id = s.id WHERE s.entity_id = ?`,
    id,
  );
  if (head === undefined) throw new CaseError('record.notFound', { id });
  const ids = clusterOf(store, head.id);
  const bearing = bearingOn(store, ids);
  const members = membersIn(store, ids);
  return {
    ...head,
    handling: strictest(store, ids) ?? head.handling,
    summary: members.find((member) => member.summary !== '')?.summary ?? '',
    names: namesOf(store, ids, head.name, bearing),
    attributes: attributesOf(store, ids, bearing),
    ...linksOf(store, ids, bearing),
    members,
  };
}

function strictest(store: CaseStore, ids: readonly string[]): Handling | undefined {
  const found = new Set(
    store
      .all<{ handling: Handling }>(
        'SELECT DISTINCT handling FROM entity WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(ids),
      )
      .map((row) => row.handling),
  );
  return Handling.options.find((handling) => found.has(handling));
}

/** A cluster has one primary name, by which it is shown; the primary names of its other members are variants of it. */
function namesOf(
  store: CaseStore,
  ids: readonly string[],
  shown: string,
  bearing: Bearing,
): EntityName[] {
  const names = store
    .all<Pick<EntityName, 'id' | 'member' | 'kind' | 'value'>>(
      `SELECT id, entity_id AS member, kind, value FROM name WHERE entity_id IN (SELECT value FROM json_each(?))
       ORDER BY kind <> 'primary', kind, value, id`,
      JSON.stringify(ids),
    )
    .map((row) => ({ ...row, ...resting(bearing, 'name', row.id) }));
  const primary =
    names.find((name) => name.assessment !== null && name.value === shown) ??
    names.find((name) => name.kind === 'primary' && name.member === ids[0]);
  if (primary === undefined) return names;
  const others = names
    .filter((name) => name !== primary)
    .map((name) => (name.kind === 'primary' ? { ...name, kind: 'variant' as const } : name));
  return [{ ...primary, kind: 'primary' }, ...others];
}

function attributesOf(
  store: CaseStore,
  ids: readonly string[],
  bearing: Bearing,
): EntityAttribute[] {
  const rows = store.all<
    { id: string; member: string; property: string; value: string } & DateColumns
  >(
    `SELECT a.id, a.entity_id AS member, a.property, a.value, ${dateColumns('a')} FROM attribute a
     WHERE a.entity_id IN (SELECT value FROM json_each(?)) ORDER BY a.property, a.since_earliest, a.value, a.id`,
    JSON.stringify(ids),
  );
  const single = new Set(singleValued());
  const values = new Map<string, Set<string>>();
  for (const { property, value } of rows) {
    values.set(property, (values.get(property) ?? new Set()).add(value));
  }
  return rows.map((row) => {
    const fact = resting(bearing, 'attribute', row.id);
    const rivals = single.has(row.property) && (values.get(row.property)?.size ?? 0) > 1;
    return {
      id: row.id,
      member: row.member,
      property: row.property,
      value: row.value,
      ...validity(row),
      ...fact,
      disputed: fact.disputed || rivals,
    };
  });
}

/** Where the members are mentioned; a passage that mentions two of them mentions the cluster once. */
function mentionsOf(store: CaseStore, ids: readonly string[]): Mention[] {
  const rows = store.all<Omit<Mention, 'place'> & { page: number | null; paragraph: number }>(
    `SELECT x.id, x.excerpt_id AS excerpt, x.source_id AS source, s.title AS sourceTitle,
       s.language AS sourceLanguage, x.start, x."end",
       x.quotation, coalesce(c.prefix, '') AS prefix, coalesce(c.suffix, '') AS suffix, ${place.columns}
     FROM mention x JOIN source s ON s.id = x.source_id LEFT JOIN excerpt c ON c.id = x.excerpt_id ${place.join}
     WHERE x.entity_id IN (SELECT value FROM json_each(?)) AND x.verdict = 'refers'
     ORDER BY s.created_at, s.id, x.start, x.id`,
    JSON.stringify(ids),
  );
  const once = new Map(rows.map((row) => [`${row.source} ${row.start} ${row.end}`, row]));
  return [...once.values()].map(({ page, paragraph, ...row }) => ({
    ...row,
    place: { page, paragraph },
  }));
}
