import type {
  Entity,
  EntityAttribute,
  EntityLink,
  EntityName,
  EvidenceItem,
  Mention,
} from '#contract/entity.ts';
import { CaseError } from '#contract/error.ts';
import type { EntityKind, FactKind, Handling } from '#contract/vocabulary.ts';
import { notesOn } from '../notes/index.ts';
import { singleValued } from '../ontology.ts';
import type { CaseStore } from '../store/index.ts';

interface DateColumns {
  since: string;
  sinceEarliest: string | null;
  sinceLatest: string | null;
  until: string;
  untilEarliest: string | null;
  untilLatest: string | null;
}

const dateColumns = (row: string) =>
  `${row}.since, ${row}.since_earliest AS sinceEarliest, ${row}.since_latest AS sinceLatest,
   ${row}.until, ${row}.until_earliest AS untilEarliest, ${row}.until_latest AS untilLatest`;

/** Where a passage stands, as columns of the query; the passage is `x`. */
const place = {
  columns: 'g.page, coalesce(g.ordinal, 0) + 1 AS paragraph',
  join: `LEFT JOIN segment g ON g.text_sha256 = x.text_sha256 AND g.start =
    (SELECT max(start) FROM segment WHERE text_sha256 = x.text_sha256 AND start <= x.start)`,
};

/** An entity with everything known of it. @throws CaseError `record.notFound` */
export function getEntity(store: CaseStore, id: string): Entity {
  const head = store.one<{
    id: string;
    kind: EntityKind;
    schema: string;
    name: string;
    handling: Handling;
    summary: string;
    createdAt: string;
  }>(
    `SELECT e.id, e.kind, e.schema, n.value AS name, e.handling, e.summary, e.created_at AS createdAt
     FROM entity e JOIN name n ON n.entity_id = e.id AND n.kind = 'primary' WHERE e.id = ?`,
    id,
  );
  if (head === undefined) throw new CaseError('record.notFound', { id });
  const evidence = evidenceOfEntity(store, id);
  const names = store
    .all<Pick<EntityName, 'id' | 'kind' | 'value'>>(
      `SELECT id, kind, value FROM name WHERE entity_id = ? ORDER BY kind <> 'primary', kind, value`,
      id,
    )
    .map((row) => ({ ...row, ...resting(evidence, 'name', row.id) }));
  return {
    ...head,
    names,
    attributes: attributesOf(store, id, evidence),
    links: linksOf(store, id, evidence),
    mentions: mentionsOf(store, id),
    notes: notesOn(store, 'entity', [id]).get(id) ?? [],
  };
}

type Evidence = Map<string, EvidenceItem[]>;
const key = (kind: FactKind, id: string) => `${kind} ${id}`;

function resting(evidence: Evidence, kind: FactKind, id: string) {
  const items = evidence.get(key(kind, id)) ?? [];
  return {
    evidence: items,
    sources: new Set(items.filter((item) => item.stance === 'supports').map((item) => item.source))
      .size,
    disputed: items.some((item) => item.stance === 'contradicts'),
  };
}

function attributesOf(store: CaseStore, id: string, evidence: Evidence): EntityAttribute[] {
  const rows = store.all<{ id: string; property: string; value: string } & DateColumns>(
    `SELECT a.id, a.property, a.value, ${dateColumns('a')} FROM attribute a
     WHERE a.entity_id = ? ORDER BY a.property, a.since_earliest, a.value`,
    id,
  );
  const single = new Set(singleValued());
  const values = new Map<string, Set<string>>();
  for (const { property, value } of rows) {
    values.set(property, (values.get(property) ?? new Set()).add(value));
  }
  return rows.map((row) => {
    const fact = resting(evidence, 'attribute', row.id);
    const rivals = single.has(row.property) && (values.get(row.property)?.size ?? 0) > 1;
    return {
      id: row.id,
      property: row.property,
      value: row.value,
      ...validity(row),
      ...fact,
      disputed: fact.disputed || rivals,
    };
  });
}

function linksOf(store: CaseStore, id: string, evidence: Evidence): EntityLink[] {
  return store
    .all<
      {
        id: string;
        type: string;
        role: string;
        direction: 'out' | 'in';
        otherId: string;
        otherKind: EntityKind;
        otherName: string;
      } & DateColumns
    >(
      `SELECT l.id, l.type, l.role, CASE WHEN l.from_id = @id THEN 'out' ELSE 'in' END AS direction,
         o.id AS otherId, o.kind AS otherKind, n.value AS otherName, ${dateColumns('l')}
       FROM link l JOIN entity o ON o.id = CASE WHEN l.from_id = @id THEN l.to_id ELSE l.from_id END
       JOIN name n ON n.entity_id = o.id AND n.kind = 'primary'
       WHERE l.from_id = @id OR l.to_id = @id ORDER BY l.type, direction DESC, l.since_earliest, n.value`,
      { id },
    )
    .map((row) => ({
      id: row.id,
      type: row.type,
      role: row.role,
      direction: row.direction,
      other: { id: row.otherId, kind: row.otherKind, name: row.otherName },
      ...validity(row),
      ...resting(evidence, 'link', row.id),
    }));
}

function validity(row: DateColumns) {
  return {
    since: { text: row.since, earliest: row.sinceEarliest, latest: row.sinceLatest },
    until: { text: row.until, earliest: row.untilEarliest, latest: row.untilLatest },
  };
}

function mentionsOf(store: CaseStore, id: string): Mention[] {
  return store
    .all<Omit<Mention, 'place'> & { page: number | null; paragraph: number }>(
      `SELECT x.id, x.excerpt_id AS excerpt, x.source_id AS source, s.title AS sourceTitle, s.language AS sourceLanguage, x.start, x."end",
         x.quotation, coalesce(c.prefix, '') AS prefix, coalesce(c.suffix, '') AS suffix, ${place.columns}
       FROM mention x JOIN source s ON s.id = x.source_id LEFT JOIN excerpt c ON c.id = x.excerpt_id ${place.join}
       WHERE x.entity_id = ? AND x.verdict = 'refers' ORDER BY s.created_at, s.id, x.start`,
      id,
    )
    .map(({ page, paragraph, ...row }) => ({ ...row, place: { page, paragraph } }));
}

function evidenceOfEntity(store: CaseStore, id: string): Evidence {
  const rows = store.all<
    Omit<EvidenceItem, 'place'> & {
      page: number | null;
      paragraph: number;
      nameId: string | null;
      attributeId: string | null;
      linkId: string | null;
    }
  >(
    `SELECT v.id, v.name_id AS nameId, v.attribute_id AS attributeId, v.link_id AS linkId, v.stance, v.credibility,
       x.id AS excerpt, x.source_id AS source, s.title AS sourceTitle, s.language AS sourceLanguage, s.reliability, x.start, x."end",
       x.quotation, x.prefix, x.suffix, ${place.columns}
     FROM (
       SELECT v.* FROM name n JOIN evidence v ON v.name_id = n.id WHERE n.entity_id = @id
       UNION ALL SELECT v.* FROM attribute a JOIN evidence v ON v.attribute_id = a.id WHERE a.entity_id = @id
       UNION ALL SELECT v.* FROM link l JOIN evidence v ON v.link_id = l.id WHERE @id IN (l.from_id, l.to_id)
     ) v JOIN excerpt x ON x.id = v.excerpt_id JOIN source s ON s.id = x.source_id ${place.join}
     ORDER BY v.stance DESC, s.reliability, v.credibility, s.created_at, x.start`,
    { id },
  );
  const evidence: Evidence = new Map();
  for (const { page, paragraph, nameId, attributeId, linkId, ...row } of rows) {
    const fact =
      nameId !== null
        ? key('name', nameId)
        : attributeId !== null
          ? key('attribute', attributeId)
          : key('link', linkId ?? '');
    const item = { ...row, place: { page, paragraph } };
    const items = evidence.get(fact);
    if (items === undefined) evidence.set(fact, [item]);
    else items.push(item);
  }
  return evidence;
}
