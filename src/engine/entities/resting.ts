import type { EvidenceItem } from '#contract/entity.ts';
import type { Assessment } from '#contract/resolution.ts';
import type { FactKind } from '#contract/vocabulary.ts';
import { originsOf } from '../sources/index.ts';
import type { CaseStore } from '../store/index.ts';
import { assessmentsOf } from './assessments.ts';

/** Where a passage stands, as columns of the query; the passage is `x`, its source `s`. */
export const place = {
  columns:
    'g.page, coalesce(g.ordinal + 1, 0) AS paragraph, x.text_sha256 <> s.text_sha256 AS former',
  join: `LEFT JOIN segment g ON g.text_sha256 = x.text_sha256 AND g.start =
    (SELECT max(start) FROM segment WHERE text_sha256 = x.text_sha256 AND start <= x.start)`,
};

/** What bears on the facts of a cluster: passages, and the assessments of those in dispute. */
export interface Bearing {
  evidence: ReadonlyMap<string, EvidenceItem[]>;
  assessments: ReadonlyMap<string, Assessment>;
  /** What each source goes back to. */
  origins: ReadonlyMap<string, string>;
}

const key = (kind: FactKind, id: string) => `${kind} ${id}`;

/** What one fact rests on. */
export function resting({ evidence, assessments, origins }: Bearing, kind: FactKind, id: string) {
  const items = evidence.get(key(kind, id)) ?? [];
  return {
    evidence: items,
    sources: new Set(
      items.flatMap(({ stance, source }) =>
        stance === 'supports' ? [origins.get(source) ?? source] : [],
      ),
    ).size,
    disputed: items.some((item) => item.stance === 'contradicts'),
    assessment: assessments.get(id) ?? null,
  };
}

/** What bears on the facts of some entities. @param heads of each of them, the head of its cluster */
export function bearingOn(store: CaseStore, heads: ReadonlyMap<string, string>): Bearing {
  const evidence = evidenceOf(store, [...heads.keys()]);
  const sources = new Set<string>();
  for (const items of evidence.values()) for (const { source } of items) sources.add(source);
  return {
    evidence,
    assessments: assessmentsOf(store, heads),
    origins: originsOf(store, sources),
  };
}

function evidenceOf(store: CaseStore, entities: readonly string[]): Map<string, EvidenceItem[]> {
  const rows = store.all<
    Omit<EvidenceItem, 'place'> & {
      page: number | null;
      paragraph: number;
      former: 0 | 1;
      nameId: string | null;
      attributeId: string | null;
      linkId: string | null;
    }
  >(
    `SELECT v.id, v.name_id AS nameId, v.attribute_id AS attributeId, v.link_id AS linkId, v.stance, v.credibility,
       x.id AS excerpt, x.source_id AS source, s.title AS sourceTitle, s.language AS sourceLanguage, s.reliability, x.start, x."end",
       x.quotation, x.prefix, x.suffix, ${place.columns}
     FROM (
       SELECT v.* FROM name n JOIN evidence v ON v.name_id = n.id WHERE n.entity_id IN (SELECT value FROM json_each(@entities))
       UNION ALL SELECT v.* FROM attribute a JOIN evidence v ON v.attribute_id = a.id
       WHERE a.entity_id IN (SELECT value FROM json_each(@entities))
       UNION ALL SELECT v.* FROM (
         SELECT id FROM link WHERE from_id IN (SELECT value FROM json_each(@entities))
         UNION SELECT id FROM link WHERE to_id IN (SELECT value FROM json_each(@entities))
       ) l JOIN evidence v ON v.link_id = l.id
     ) v JOIN excerpt x ON x.id = v.excerpt_id JOIN source s ON s.id = x.source_id ${place.join}
     ORDER BY v.stance DESC, s.reliability, v.credibility, s.created_at, x.start`,
    { entities: JSON.stringify(entities) },
  );
  const evidence = new Map<string, EvidenceItem[]>();
  for (const { page, paragraph, former, nameId, attributeId, linkId, ...row } of rows) {
    const fact =
      nameId !== null
        ? key('name', nameId)
        : attributeId !== null
          ? key('attribute', attributeId)
          : key('link', linkId ?? '');
    const item = { ...row, place: { page, paragraph, ...(former === 1 && { former: true }) } };
    const items = evidence.get(fact);
    if (items === undefined) evidence.set(fact, [item]);
    else items.push(item);
  }
  return evidence;
}
