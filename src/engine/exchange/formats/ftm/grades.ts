import type { Content } from '../content.ts';
import type { EntityRecord, EvidenceRecord, LinkRecord, MentionRecord } from '../records.ts';

/*
 * The sidecar: what FollowTheMoney has no place for, one line of JSON a record, under the ids of the entities
 * (`resources/formats/README.md`).
 */

/** Evidence with the words it is, or, of a passage that is not written, nothing. */
function evidenceLines(content: Content, evidence: readonly EvidenceRecord[]): object[] {
  return evidence.map(({ excerpt, source, stance, credibility, reliability, handling }) => ({
    passage: excerpt,
    source,
    quotation: content.passage(excerpt)?.quotation ?? '',
    stance,
    credibility,
    reliability,
    handling,
  }));
}

/** How an entity is marked, which names are of which sort, and on what each of its facts rests. */
export function entityGrades(content: Content, entity: EntityRecord): object {
  return {
    entity: entity.id,
    kind: entity.kind,
    handling: entity.handling,
    facts: [
      ...entity.names.map(({ id, member, kind, value, evidence }) => ({
        fact: id,
        member,
        name: value,
        kind,
        evidence: evidenceLines(content, evidence),
      })),
      ...entity.attributes.map(({ id, member, property, value, since, until, evidence }) => ({
        fact: id,
        member,
        property,
        value,
        since,
        until,
        evidence: evidenceLines(content, evidence),
      })),
    ],
  };
}

export function linkGrades(content: Content, link: LinkRecord): object {
  const { id, type, role, since, until, evidence } = link;
  return { link: id, type, role, since, until, evidence: evidenceLines(content, evidence) };
}

/** Where in a source an entity is named, or what was taken for it and is not: UTF-16 code units. */
export function mentionGrades(mention: MentionRecord): object {
  const { id, source, start, end, quotation, entity, verdict } = mention;
  return { mention: id, source, start, end, quotation, entity, verdict };
}
