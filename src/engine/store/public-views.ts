import type { DerivedObject } from './derived.ts';

/**
 * The read-only views that anyone can query in any SQLite tool: a documented public face of the case file. Columns may
 * be added to them, never taken away or given another meaning.
 */
export function publicViews(): DerivedObject[] {
  return [
    view(
      'individuals',
      `SELECT e.id, n.value AS name, e.schema, e.handling, e.summary, e.created_at,
  (SELECT head_id FROM cluster WHERE entity_id = e.id AND head_id <> e.id) AS same_as
FROM entity e JOIN name n ON n.entity_id = e.id AND n.kind = 'primary' WHERE e.kind = 'person'`,
    ),
    view(
      'organizations',
      `SELECT e.id, n.value AS name, e.schema, e.handling, e.summary, e.created_at,
  (SELECT head_id FROM cluster WHERE entity_id = e.id AND head_id <> e.id) AS same_as
FROM entity e JOIN name n ON n.entity_id = e.id AND n.kind = 'primary' WHERE e.kind = 'organization'`,
    ),
    view(
      'locations',
      `SELECT e.id, n.value AS name, e.schema, e.handling, e.summary, e.created_at,
  (SELECT head_id FROM cluster WHERE entity_id = e.id AND head_id <> e.id) AS same_as
FROM entity e JOIN name n ON n.entity_id = e.id AND n.kind = 'primary' WHERE e.kind = 'location'`,
    ),
    view(
      'aliases',
      `SELECT n.id, n.value AS alias, n.kind, n.entity_id, p.value AS name, e.kind AS entity_kind,
  (SELECT count(DISTINCT x.source_id) FROM evidence v JOIN excerpt x ON x.id = v.excerpt_id
   WHERE v.name_id = n.id AND v.stance = 'supports') AS supporting_sources
FROM name n JOIN entity e ON e.id = n.entity_id
JOIN name p ON p.entity_id = e.id AND p.kind = 'primary' WHERE n.kind <> 'primary'`,
    ),
    view(
      'excerpts_cited',
      `SELECT x.id, x.quotation, x.prefix, x.suffix, x.start, x."end", s.id AS source_id, s.title AS source_title,
  s.publisher, s.published, s.url, s.reliability, coalesce(x.handling, s.handling) AS handling, s.sha256 AS source_sha256, v.stance, v.credibility,
  CASE WHEN v.name_id IS NOT NULL THEN 'name' WHEN v.attribute_id IS NOT NULL THEN 'attribute'
       WHEN v.link_id IS NOT NULL THEN 'link' END AS fact_kind,
  coalesce(v.name_id, v.attribute_id, v.link_id) AS fact_id,
  coalesce(n.entity_id, a.entity_id, l.from_id) AS entity_id,
  coalesce(n.value, a.property || ': ' || a.value, l.type || ' ' || l.role) AS fact,
  x.text_sha256 <> s.text_sha256 AS in_former_text
FROM excerpt x JOIN source s ON s.id = x.source_id
LEFT JOIN evidence v ON v.excerpt_id = x.id
LEFT JOIN name n ON n.id = v.name_id LEFT JOIN attribute a ON a.id = v.attribute_id LEFT JOIN link l ON l.id = v.link_id`,
    ),
    view(
      'custody_log',
      `SELECT c.id, c.source_id, s.title AS source_title, s.sha256 AS source_sha256, s.handling, c.act, c.party, c.actor,
  c.happened, c.purpose, c.note, c.file_name, c.created_at
FROM custody c JOIN source s ON s.id = c.source_id`,
    ),
    view(
      'findings',
      `SELECT f.id, f.entity_id, n.value AS name, f.body, f.likelihood, f.confidence, f.created_at
FROM finding f LEFT JOIN name n ON n.entity_id = f.entity_id AND n.kind = 'primary'`,
    ),
    view(
      'photographs',
      `SELECT p.id, p.entity_id, n.value AS name, p.caption, p.credit, s.title AS source_title, p.file_name, p.media_type,
  p.width, p.height, p.sha256, coalesce(p.handling, e.handling) AS handling, p.created_at
FROM photo p JOIN entity e ON e.id = p.entity_id JOIN name n ON n.entity_id = e.id AND n.kind = 'primary'
LEFT JOIN source s ON s.id = p.source_id`,
    ),
  ];
}

function view(name: string, select: string): DerivedObject {
  return { type: 'view', name, create: `CREATE VIEW "${name}" AS\n${select}` };
}
