import type { z } from 'zod';
import type {
  EvidenceFor,
  Excerpt,
  ExcerptPage,
  Highlight,
  ListExcerptsInput,
} from '#contract/annotation.ts';
import { CaseError } from '#contract/error.ts';
import type { EntityKind, Handling } from '#contract/vocabulary.ts';
import type { CaseStore } from '../store/index.ts';
import { notesOn } from '../notes/index.ts';

type Row = Omit<Excerpt, 'place' | 'tags' | 'mentions' | 'evidence' | 'notes'> & {
  page: number | null;
  paragraph: number;
  former: 0 | 1;
};

/** One passage with all that hangs on it. @throws CaseError `record.notFound` */
export function getExcerpt(store: CaseStore, id: string): Excerpt {
  const [found] = excerptsOf(store, [id]);
  if (found === undefined) throw new CaseError('record.notFound', { id });
  return found;
}

/** Passages of a source, under a tag, or bearing on an entity, in the order of the sources and of their text. */
export function listExcerpts(
  store: CaseStore,
  { source, tag, entity, offset, limit }: Omit<z.infer<typeof ListExcerptsInput>, 'handle'>,
): z.infer<typeof ExcerptPage> {
  const conditions = ['1'];
  const parameters: string[] = [];
  if (source !== undefined) {
    conditions.push('x.source_id = ?');
    parameters.push(source);
  }
  if (tag !== undefined) {
    conditions.push('x.id IN (SELECT excerpt_id FROM excerpt_tag WHERE tag_id = ?)');
    parameters.push(tag);
  }
  if (entity !== undefined) {
    conditions.push(`x.id IN (${passagesOfEntity})`);
    parameters.push(entity);
  }
  const where = conditions.join(' AND ');
  const total = store.one<{ n: number }>(
    `SELECT count(*) AS n FROM excerpt x WHERE ${where}`,
    ...parameters,
  );
  const ids = store.all<{ id: string }>(
    `SELECT x.id FROM excerpt x WHERE ${where} ORDER BY x.source_id, x.start, x."end" LIMIT ? OFFSET ?`,
    ...parameters,
    limit,
    offset,
  );
  return {
    items: excerptsOf(
      store,
      ids.map((row) => row.id),
    ),
    total: total?.n ?? 0,
  };
}

/**
 * Ids of the passages that mention an entity, or what is one with it, or are evidence for a fact of it; the entity's id
 * is bound as `?`. SQLite makes a CROSS JOIN in the order written: from the few members to what is theirs, never from
 * all there is.
 */
export const passagesOfEntity = `
  WITH asked(id) AS (SELECT ?), subject(id) AS (
    SELECT id FROM asked UNION SELECT them.entity_id FROM asked CROSS JOIN cluster it ON it.entity_id = asked.id
    CROSS JOIN cluster them ON them.head_id = it.head_id)
  SELECT m.excerpt_id FROM subject CROSS JOIN mention m ON m.entity_id = subject.id
  WHERE m.excerpt_id IS NOT NULL AND m.verdict = 'refers'
  UNION SELECT v.excerpt_id FROM subject CROSS JOIN name n ON n.entity_id = subject.id CROSS JOIN evidence v ON v.name_id = n.id
  UNION SELECT v.excerpt_id FROM subject CROSS JOIN attribute a ON a.entity_id = subject.id CROSS JOIN evidence v ON v.attribute_id = a.id
  UNION SELECT v.excerpt_id FROM subject CROSS JOIN link l ON l.from_id = subject.id CROSS JOIN evidence v ON v.link_id = l.id
  UNION SELECT v.excerpt_id FROM subject CROSS JOIN link l ON l.to_id = subject.id CROSS JOIN evidence v ON v.link_id = l.id`;

/**
 * What the reader draws of a source's passages, in the order of the text that it has. Who made a passage is what the
 * journal says of its first row there; a row that was brought back by undo was made by who made it first.
 */
export function highlightsOf(store: CaseStore, sourceId: string): Highlight[] {
  const rows = store.all<{
    id: string;
    start: number;
    end: number;
    handling: Handling | null;
    tags: string | null;
    entities: string | null;
    evidence: number;
    author: string | null;
  }>(
    `SELECT x.id, x.start, x."end", x.handling,
       (SELECT group_concat(t.tag_id) FROM excerpt_tag t WHERE t.excerpt_id = x.id) AS tags,
       (SELECT group_concat(kind || ' ' || id) FROM (
          SELECT e.kind, e.id FROM mention m JOIN shown_entity e ON e.entity_id = m.entity_id
          WHERE m.excerpt_id = x.id AND m.verdict = 'refers'
          UNION SELECT e.kind, e.id FROM evidence v
            LEFT JOIN name n ON n.id = v.name_id LEFT JOIN attribute a ON a.id = v.attribute_id
            LEFT JOIN link l ON l.id = v.link_id
            JOIN shown_entity e ON e.entity_id IN (n.entity_id, a.entity_id, l.from_id, l.to_id)
          WHERE v.excerpt_id = x.id)) AS entities,
       (SELECT count(*) FROM evidence v WHERE v.excerpt_id = x.id) AS evidence,
       (SELECT s.actor ->> '$.name' FROM change c JOIN change_set s ON s.id = c.change_set_id
        WHERE c.table_name = 'excerpt' AND c.row_id = x.id ORDER BY c.id LIMIT 1) AS author
     FROM excerpt x JOIN source f ON f.id = x.source_id AND f.text_sha256 = x.text_sha256
     WHERE x.source_id = ? ORDER BY x.start, x."end" DESC, x.id`,
    sourceId,
  );
  return rows.map(({ tags, entities, author, ...row }) => {
    const pairs = (entities?.split(',') ?? []).map((pair) => pair.split(' '));
    return {
      ...row,
      tags: tags?.split(',') ?? [],
      kinds: [...new Set(pairs.flatMap(([kind = '']) => (isKind(kind) ? [kind] : [])))],
      entities: pairs.flatMap(([, id]) => id ?? []),
      author: author ?? '',
    };
  });
}

function isKind(text: string): text is EntityKind {
  return ['person', 'organization', 'location', 'event', 'object'].includes(text);
}

/** Passages by id, in the order of the ids. */
export function excerptsOf(store: CaseStore, ids: readonly string[]): Excerpt[] {
  const list = JSON.stringify(ids);
  const rows = store.all<Row>(
    `SELECT x.id, x.source_id AS source, s.title AS sourceTitle, s.language AS sourceLanguage, s.reliability,
       coalesce(x.handling, s.handling) AS handling, x.handling AS ownHandling, x.start, x."end",
       x.quotation, x.prefix, x.suffix, x.created_at AS createdAt, g.page, coalesce(g.ordinal + 1, 0) AS paragraph,
       x.text_sha256 <> s.text_sha256 AS former
     FROM json_each(?) wanted JOIN excerpt x ON x.id = wanted.value JOIN source s ON s.id = x.source_id
     LEFT JOIN segment g ON g.text_sha256 = x.text_sha256 AND g.start =
       (SELECT max(start) FROM segment WHERE text_sha256 = x.text_sha256 AND start <= x.start)
     ORDER BY wanted.key`,
    list,
  );
  const tags = grouped(
    store.all<{ excerpt: string; id: string; name: string; color: string }>(
      `SELECT t.excerpt_id AS excerpt, g.id, g.name, g.color FROM excerpt_tag t JOIN tag g ON g.id = t.tag_id
       WHERE t.excerpt_id IN (SELECT value FROM json_each(?)) ORDER BY g.name`,
      list,
    ),
  );
  const mentions = grouped(
    store.all<{ excerpt: string; id: string; entity: string; kind: EntityKind; name: string }>(
      `SELECT m.excerpt_id AS excerpt, min(m.id) AS id, e.id AS entity, e.kind, e.name
       FROM mention m JOIN shown_entity e ON e.entity_id = m.entity_id
       WHERE m.verdict = 'refers' AND m.excerpt_id IN (SELECT value FROM json_each(?))
       GROUP BY m.excerpt_id, e.id ORDER BY e.name`,
      list,
    ),
  );
  const evidence = grouped(evidenceOf(store, list));
  const notes = notesOn(store, 'excerpt', ids);
  return rows.map(({ page, paragraph, former, ...row }) => ({
    ...row,
    place: { page, paragraph, ...(former === 1 && { former: true }) },
    tags: tags.get(row.id) ?? [],
    mentions: mentions.get(row.id) ?? [],
    evidence: evidence.get(row.id) ?? [],
    notes: notes.get(row.id) ?? [],
  }));
}

type EvidenceRow = Omit<EvidenceFor, 'entity' | 'other'> & {
  excerpt: string;
  entityId: string;
  entityKind: EntityKind;
  entityName: string;
  otherId: string | null;
  otherKind: EntityKind | null;
  otherName: string | null;
};

function evidenceOf(store: CaseStore, ids: string): (EvidenceFor & { excerpt: string })[] {
  return store
    .all<EvidenceRow>(
      `SELECT v.excerpt_id AS excerpt, v.id, v.stance, v.credibility,
         CASE WHEN v.name_id IS NOT NULL THEN 'name' WHEN v.attribute_id IS NOT NULL THEN 'attribute' ELSE 'link' END AS factKind,
         coalesce(v.name_id, v.attribute_id, v.link_id) AS fact,
         e.id AS entityId, e.kind AS entityKind, e.name AS entityName,
         o.id AS otherId, o.kind AS otherKind, o.name AS otherName,
         coalesce(n.kind, a.property, l.type) AS label, coalesce(n.value, a.value, l.role) AS value
       FROM evidence v
       LEFT JOIN name n ON n.id = v.name_id LEFT JOIN attribute a ON a.id = v.attribute_id LEFT JOIN link l ON l.id = v.link_id
       JOIN shown_entity e ON e.entity_id = coalesce(n.entity_id, a.entity_id, l.from_id)
       LEFT JOIN shown_entity o ON o.entity_id = l.to_id
       WHERE v.excerpt_id IN (SELECT value FROM json_each(?)) ORDER BY v.id`,
      ids,
    )
    .map(({ entityId, entityKind, entityName, otherId, otherKind, otherName, ...row }) => ({
      ...row,
      entity: { id: entityId, kind: entityKind, name: entityName },
      other:
        otherId === null || otherKind === null || otherName === null
          ? null
          : { id: otherId, kind: otherKind, name: otherName },
    }));
}

function grouped<T extends { excerpt: string }>(rows: T[]): Map<string, Omit<T, 'excerpt'>[]> {
  const groups = new Map<string, Omit<T, 'excerpt'>[]>();
  for (const { excerpt, ...row } of rows) {
    const group = groups.get(excerpt);
    if (group === undefined) groups.set(excerpt, [row]);
    else group.push(row);
  }
  return groups;
}
