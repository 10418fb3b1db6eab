import type { Language } from '#contract/vocabulary.ts';
import type { Content } from './content.ts';
import type { Output } from './output.ts';
import type { EvidenceRecord } from './records.ts';
import { isMutual, linkLabel } from './words.ts';

/** What a graph says of each node and each edge, besides the properties that nodes of the case have. */
export const nodeFields = [
  'kind',
  'schema',
  'handling',
  'summary',
  'otherNames',
  'members',
] as const;
export const edgeFields = [
  'type',
  'role',
  'since',
  'until',
  'supporting',
  'contradicting',
  'sources',
] as const;

export interface GraphNode {
  id: string;
  label: string;
  fields: Record<(typeof nodeFields)[number], string>;
  /** Values by property, those of one property with ` | ` between them. */
  properties: Map<string, string>;
}

export interface GraphEdge {
  id: string;
  from: string;
  to: string;
  label: string;
  /** Both directions say the same. */
  mutual: boolean;
  fields: Record<(typeof edgeFields)[number], string>;
  /** First and last day on which it can have held; null where open or unknown. */
  earliest: string | null;
  latest: string | null;
}

/** Between values that share one field. */
export const between = ' | ';

/** Entities as nodes: those that were found to be one are one. */
export function* nodesOf(content: Content, out: Output): Generator<GraphNode, void, undefined> {
  for (const entity of out.counted(content.entities())) {
    const properties = new Map<string, string>();
    for (const { property, value } of entity.attributes) {
      const before = properties.get(property);
      properties.set(property, before === undefined ? value : `${before}${between}${value}`);
    }
    const { kind, schema, handling, summary, members } = entity;
    const otherNames = entity.names.slice(1).map(({ value }) => value);
    yield {
      id: entity.id,
      label: entity.title,
      fields: {
        kind,
        schema,
        handling,
        summary,
        otherNames: otherNames.join(between),
        members: String(members.length),
      },
      properties,
    };
  }
}

/** Links as edges. */
export function* edgesOf(
  content: Content,
  out: Output,
  language: Language,
): Generator<GraphEdge, void, undefined> {
  for (const link of out.counted(content.links())) {
    const { id, from, to, type, role, since, until, evidence } = link;
    yield {
      id,
      from,
      to,
      label: role === '' ? linkLabel(type, language) : role,
      mutual: isMutual(type),
      fields: {
        type,
        role,
        since,
        until,
        supporting: String(countOf(evidence, 'supports')),
        contradicting: String(countOf(evidence, 'contradicts')),
        sources: String(new Set(evidence.map(({ source }) => source)).size),
      },
      earliest: link.sinceEarliest,
      latest: link.untilLatest,
    };
  }
}

function countOf(evidence: readonly EvidenceRecord[], stance: EvidenceRecord['stance']): number {
  return evidence.filter((one) => one.stance === stance).length;
}
