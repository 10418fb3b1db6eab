import { z } from 'zod';
import { Bearing, EntityRef, PassageRef } from './annotation.ts';
import { EdtfText, Id, Line, OnCase, OnRecord, Paging, Prose, pageOf } from './common.ts';
import { Assessment, Resolution } from './resolution.ts';
import { Note } from './source.ts';
import {
  Credibility,
  EntityKind,
  FactKind,
  Handling,
  NameKind,
  Reliability,
  Stance,
} from './vocabulary.ts';
import { Place } from './annotation.ts';

/** An entity as lists show it. */
export const EntitySummary = z.object({
  id: Id,
  kind: EntityKind,
  schema: z.string().describe('FollowTheMoney schema'),
  name: z.string().describe('its primary name'),
  aliases: z.array(z.string()).describe('its other names'),
  members: z.int().describe('how many entities it was found to be, 1 for most'),
  handling: Handling,
  facts: z.int(),
  passages: z.int().describe('distinct passages that mention it or are evidence for a fact of it'),
  conflicts: z.int().describe('points on which its evidence disagrees'),
});
export type EntitySummary = z.infer<typeof EntitySummary>;
export const EntityPage = pageOf(EntitySummary);

/** One passage under a fact, with what is needed to show and to find it. */
export const EvidenceItem = z.object({
  id: Id,
  stance: Stance,
  credibility: Credibility,
  excerpt: Id,
  source: Id,
  sourceTitle: z.string(),
  sourceLanguage: z.string().describe('BCP 47, or empty when not known'),
  reliability: Reliability,
  start: z.int(),
  end: z.int(),
  quotation: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  place: Place,
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/** A date as written with the bounds computed from it (ISO 8601 days, null when open or unknown). */
export const DatedText = z.object({
  text: z.string(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
});
export type DatedText = z.infer<typeof DatedText>;

const Fact = z.object({
  id: Id,
  member: Id.describe('the one of its members that the fact was recorded of'),
  evidence: z.array(EvidenceItem),
  sources: z
    .int()
    .describe('origins of the sources that support it: those that repeat one another count once'),
  disputed: z
    .boolean()
    .describe('some evidence contradicts it, or a single-valued property has another value'),
  assessment: Assessment.nullable().describe('why it is preferred to its rivals, if it is'),
});

export const EntityName = Fact.extend({ kind: NameKind, value: z.string() });
export type EntityName = z.infer<typeof EntityName>;

export const EntityAttribute = Fact.extend({
  property: z.string(),
  value: z.string(),
  since: DatedText,
  until: DatedText,
});
export type EntityAttribute = z.infer<typeof EntityAttribute>;

export const EntityLink = Fact.extend({
  type: z.string(),
  role: z.string(),
  direction: z.enum(['out', 'in']).describe('out: this entity is the source of the link'),
  other: z.object({ id: Id, kind: EntityKind, name: z.string() }),
  since: DatedText,
  until: DatedText,
});
export type EntityLink = z.infer<typeof EntityLink>;

export const Mention = z.object({
  id: Id,
  excerpt: Id.nullable(),
  source: Id,
  sourceTitle: z.string(),
  sourceLanguage: z.string().describe('BCP 47, or empty when not known'),
  start: z.int(),
  end: z.int(),
  quotation: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  place: Place,
});
export type Mention = z.infer<typeof Mention>;

/** One of the entities that were found to be the same, as it was recorded. */
export const Member = z.object({
  id: Id,
  kind: EntityKind,
  name: z.string(),
  summary: z.string(),
});
export type Member = z.infer<typeof Member>;

/**
 * An entity with everything known of it, and under each fact the passages it rests on. Where several were found to be
 * one, it is all of them: its id, kind and summary are those of the oldest, its handling is the strictest, and its name
 * that of the oldest unless an assessment prefers another.
 */
export const Entity = z.object({
  id: Id,
  kind: EntityKind,
  schema: z.string(),
  name: z.string(),
  handling: Handling,
  summary: z.string(),
  names: z.array(EntityName),
  attributes: z.array(EntityAttribute),
  links: z.array(EntityLink),
  internalLinks: z.array(EntityLink).describe('between its own members, which cannot all be right'),
  members: z.array(Member).describe('the oldest first'),
  resolutions: z.array(Resolution).describe('judgements of its members'),
  mentions: z.array(Mention),
  notes: z.array(Note),
  createdAt: z.string(),
});
export type Entity = z.infer<typeof Entity>;

export const ListEntitiesInput = OnCase.extend({
  ...Paging.shape,
  kind: EntityKind.optional(),
  filter: z.string().max(500).default(''),
  sort: z.enum(['name', 'passages', 'created']).default('name'),
});

export const CreateEntityInput = OnCase.extend({
  kind: EntityKind,
  name: Line,
  schema: z.string().max(100).optional(),
  aliases: z.array(Line).max(1000).default([]),
  handling: Handling.optional(),
});

export const UpdateEntityInput = OnRecord.extend({
  changes: z
    .object({
      kind: EntityKind,
      schema: z.string().max(100),
      handling: Handling,
      summary: Prose,
    })
    .partial(),
});

/** A fact may come with the passage it rests on and how that bears on it. */
const Basis = z.object({ passage: PassageRef.optional(), ...Bearing.shape });

export const AddNameInput = OnCase.extend({
  entity: EntityRef,
  kind: NameKind,
  value: Line,
  ...Basis.shape,
});
export const UpdateNameInput = OnRecord.extend({
  changes: z.object({ kind: NameKind, value: Line }).partial(),
});

export const AddAttributeInput = OnCase.extend({
  entity: Id,
  property: z.string().trim().min(1).max(100),
  value: Line,
  since: EdtfText.default(''),
  until: EdtfText.default(''),
  ...Basis.shape,
});
export const UpdateAttributeInput = OnRecord.extend({
  changes: z.object({ value: Line, since: EdtfText, until: EdtfText }).partial(),
});

export const AddLinkInput = OnCase.extend({
  from: EntityRef,
  to: EntityRef,
  type: z.string().trim().min(1).max(100),
  role: z.string().trim().max(500).default(''),
  since: EdtfText.default(''),
  until: EdtfText.default(''),
  ...Basis.shape,
});
export const UpdateLinkInput = OnRecord.extend({
  changes: z
    .object({
      type: z.string().trim().min(1).max(100),
      role: z.string().trim().max(500),
      since: EdtfText,
      until: EdtfText,
    })
    .partial(),
});

export const AddEvidenceInput = OnCase.extend({
  fact: z.object({ kind: FactKind, id: Id }),
  passage: PassageRef,
  ...Bearing.shape,
});
export const UpdateEvidenceInput = OnRecord.extend({
  changes: z.object({ stance: Stance, credibility: Credibility }).partial(),
});

/** What a call that adds a fact made. */
export const FactOutcome = z.object({
  fact: Id,
  entity: Id,
  other: Id.optional(),
  excerpt: Id.optional(),
});
export type FactOutcome = z.infer<typeof FactOutcome>;
