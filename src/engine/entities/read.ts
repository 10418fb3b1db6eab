import type { Entity, EntityAttribute, EntityName, Mention } from '#contract/entity.ts';
import { CaseError } from '#contract/error.ts';
import { Handling, type EntityKind } from '#contract/vocabulary.ts';
import { notesOn } from '../notes/index.ts';
import { singleValued } from '../ontology.ts';
import type { CaseStore } from '../store/index.ts';
import { headsOf, membersIn } from './clusters.ts';
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
  const [facts] = getManyFacts(store, [id]).values();
  if (facts === undefined) throw new CaseError('record.notFound', { id });
  const ids = facts.members.map((member) => member.id);
  return {
    ...facts,
    resolutions: resolutionsOf(store, ids),
    mentions: mentionsOf(store, ids),
    notes: [...notesOn(store, 'entity', ids).values()].flat(),
  };
}

/**
 * The facts of many entities, each with what was found to be one with it.
 *
 * @param ids of any of them
 * @returns by the id of the oldest of each; entities that are not there are not among them
 */
export function getManyFacts(store: CaseStore, ids: Iterable<string>): Map<string, EntityFacts> {
  const clusters = headsOf(store, ids);
  const heads = store.all<Head>(
    `SELECT e.id, s.kind, e.schema, s.name, e.handling, e.created_at AS createdAt FROM json_each(?) wanted
     JOIN entity e ON e.id = wanted.value JOIN shown_entity s ON s.entity_id = e.id`,
    JSON.stringify([...new Set(clusters.values())]),
  );
  const bearing = bearingOn(store, clusters);
  const headOf = ({ member }: { member: string }) => clusters.get(member) ?? member;
  const members = Map.groupBy(
    membersIn(store, clusters.keys()),
    ({ id }) => clusters.get(id) ?? id,
  );
  const names = Map.groupBy(namesOf(store, clusters.keys(), bearing), headOf);
  const attributes = Map.groupBy(attributesOf(store, clusters.keys(), bearing), headOf);
  const links = linksOf(store, clusters, bearing);
  return new Map(
    heads.map((head) => {
      const own = members.get(head.id) ?? [];
      return [
        head.id,
        {
          ...head,
          handling:
            Handling.options.find((marking) => own.some(({ handling }) => handling === marking)) ??
            head.handling,
          summary: own.find(({ summary }) => summary !== '')?.summary ?? '',
          names: withOnePrimary(names.get(head.id) ?? [], head),
          attributes: withRivals(attributes.get(head.id) ?? []),
          links: links.get(head.id)?.links ?? [],
          internalLinks: links.get(head.id)?.internalLinks ?? [],
          members: own.map(({ id, kind, name, summary }) => ({ id, kind, name, summary })),
        },
      ];
    }),
  );
}

interface Head {
  id: string;
  kind: EntityKind;
  schema: string;
  name: string;
  handling: Handling;
  createdAt: string;
}

function namesOf(store: CaseStore, ids: Iterable<string>, bearing: Bearing): EntityName[] {
  return store
    .all<Pick<EntityName, 'id' | 'member' | 'kind' | 'value'>>(
      `SELECT id, entity_id AS member, kind, value FROM name WHERE entity_id IN (SELECT value FROM json_each(?))
       ORDER BY kind <> 'primary', kind, value, id`,
      JSON.stringify([...ids]),
    )
    .map((row) => ({ ...row, ...resting(bearing, 'name', row.id) }));
}

/** A cluster has one primary name, by which it is shown; the primary names of its other members are variants of it. */
function withOnePrimary(names: EntityName[], { id, name: shown }: Head): EntityName[] {
  const primary =
    names.find((name) => name.assessment !== null && name.value === shown) ??
    names.find((name) => name.kind === 'primary' && name.member === id);
  if (primary === undefined) return names;
  const others = names
    .filter((name) => name !== primary)
    .map((name) => (name.kind === 'primary' ? { ...name, kind: 'variant' as const } : name));
  return [{ ...primary, kind: 'primary' }, ...others];
}

function attributesOf(
  store: CaseStore,
  ids: Iterable<string>,
  bearing: Bearing,
): EntityAttribute[] {
  const rows = store.all<
    { id: string; member: string; property: string; value: string } & DateColumns
  >(
    `SELECT a.id, a.entity_id AS member, a.property, a.value, ${dateColumns('a')} FROM attribute a
     WHERE a.entity_id IN (SELECT value FROM json_each(?)) ORDER BY a.property, a.since_earliest, a.value, a.id`,
    JSON.stringify([...ids]),
  );
  return rows.map((row) => ({
    id: row.id,
    member: row.member,
    property: row.property,
    value: row.value,
    ...validity(row),
    ...resting(bearing, 'attribute', row.id),
  }));
}

/** Of a property that can have one value, several are in dispute. */
function withRivals(attributes: EntityAttribute[]): EntityAttribute[] {
  const single = new Set(singleValued());
  const values = new Map<string, Set<string>>();
  for (const { property, value } of attributes) {
    values.set(property, (values.get(property) ?? new Set()).add(value));
  }
  return attributes.map((fact) => {
    const rivals = single.has(fact.property) && (values.get(fact.property)?.size ?? 0) > 1;
    return rivals ? { ...fact, disputed: true } : fact;
  });
}

/** Where the members are mentioned; a passage that mentions two of them mentions the cluster once. */
function mentionsOf(store: CaseStore, ids: readonly string[]): Mention[] {
  const rows = store.all<
    Omit<Mention, 'place'> & {
      page: number | null;
      paragraph: number;
      former: 0 | 1;
      text: string;
    }
  >(
    `SELECT x.id, x.excerpt_id AS excerpt, x.source_id AS source, s.title AS sourceTitle,
       s.language AS sourceLanguage, x.start, x."end",
       x.text_sha256 AS text, x.quotation, coalesce(c.prefix, '') AS prefix, coalesce(c.suffix, '') AS suffix, ${place.columns}
     FROM mention x JOIN source s ON s.id = x.source_id LEFT JOIN excerpt c ON c.id = x.excerpt_id ${place.join}
     WHERE x.entity_id IN (SELECT value FROM json_each(?)) AND x.verdict = 'refers'
     ORDER BY s.created_at, s.id, x.start, x.id`,
    JSON.stringify(ids),
  );
  const once = new Map(
    rows.map((row) => [`${row.source} ${row.text} ${row.start} ${row.end}`, row]),
  );
  return [...once.values()].map(({ page, paragraph, former, text: _text, ...row }) => ({
    ...row,
    place: { page, paragraph, ...(former === 1 && { former: true }) },
  }));
}
