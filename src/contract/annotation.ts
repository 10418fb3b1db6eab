import { z } from 'zod';
import { isId } from '#shared/id.ts';
import { Id, Line, OnCase, OnRecord, Paging, Prose, pageOf } from './common.ts';
import { Note } from './source.ts';
import { EntityKind, FactKind, Handling, Reliability, Stance, Credibility } from './vocabulary.ts';

/** A stretch of a source's text, in UTF-16 code units; `end` is the offset after the last. */
export const Span = z.object({ source: Id, start: z.int().min(0), end: z.int().min(1) });
export type Span = z.infer<typeof Span>;

/**
 * A passage by its id, or by its span, in which case an excerpt of just that span is found or made. A page that shows it
 * before the engine has made it says which id it is to have then.
 */
export const PassageRef = z.union([
  z.object({ excerpt: Id }),
  Span.extend({ as: Id.refine(isId).optional() }),
]);
export type PassageRef = z.infer<typeof PassageRef>;

/** An entity by its id, or a new one by kind and name. */
export const EntityRef = z.union([
  z.object({ entity: Id }),
  z.object({ kind: EntityKind, name: Line }),
]);
export type EntityRef = z.infer<typeof EntityRef>;

/** A tag by its id, or by a name, which is made when the codebook has none such at that place. */
export const TagRef = z.union([
  z.object({ tag: Id }),
  z.object({ name: Line, parent: Id.nullable().default(null) }),
]);
export type TagRef = z.infer<typeof TagRef>;

export const Tag = z.object({
  id: Id,
  name: z.string(),
  parent: Id.nullable(),
  color: z.string().describe('#rrggbb'),
  description: z.string(),
  inclusion: z.string().describe('when to put it on a passage'),
  exclusion: z.string().describe('when not to'),
  excerpts: z.int().describe('number of passages that carry it'),
  below: z.int().describe('number of passages that carry it or a tag beneath it'),
});
export type Tag = z.infer<typeof Tag>;

export const Color = z.string().regex(/^#[0-9a-f]{6}$/i);

export const CreateTagInput = OnCase.extend({
  name: Line,
  parent: Id.nullable().default(null),
  color: Color.optional(),
  description: Prose.default(''),
  inclusion: Prose.default(''),
  exclusion: Prose.default(''),
});

export const UpdateTagInput = OnRecord.extend({
  changes: z
    .object({
      name: Line,
      parent: Id.nullable(),
      color: Color,
      description: Prose,
      inclusion: Prose,
      exclusion: Prose,
    })
    .partial(),
});

/** One tag becomes part of another, and is no more: its passages and the tags beneath it go over. */
export const MergeTagsInput = OnRecord.extend({ into: Id });

/** Where in its source a passage stands, for a person to find it again. */
export const Place = z.object({
  page: z.int().nullable(),
  paragraph: z.int().describe('from 1; 0: not known, since the text was not handed over'),
  former: z
    .boolean()
    .optional()
    .describe('the words stand in a text that the source had before it was read again'),
});
export type Place = z.infer<typeof Place>;

/** What a passage is evidence for. */
export const EvidenceFor = z.object({
  id: Id,
  stance: Stance,
  credibility: Credibility,
  factKind: FactKind,
  fact: Id,
  entity: z.object({ id: Id, kind: EntityKind, name: z.string() }),
  other: z.object({ id: Id, kind: EntityKind, name: z.string() }).nullable(),
  label: z.string().describe('name kind, property or link type'),
  value: z.string(),
});
export type EvidenceFor = z.infer<typeof EvidenceFor>;

/** A passage with all that hangs on it. */
export const Excerpt = z.object({
  id: Id,
  source: Id,
  sourceTitle: z.string(),
  sourceLanguage: z.string().describe('BCP 47, or empty when not known'),
  reliability: Reliability,
  handling: Handling.describe('its own, else that of its source'),
  ownHandling: Handling.nullable().describe('null: as its source'),
  start: z.int(),
  end: z.int(),
  quotation: z.string(),
  prefix: z.string().describe('up to 64 UTF-16 units before'),
  suffix: z.string().describe('up to 64 UTF-16 units after'),
  place: Place,
  tags: z.array(z.object({ id: Id, name: z.string(), color: z.string() })),
  mentions: z.array(z.object({ id: Id, entity: Id, kind: EntityKind, name: z.string() })),
  evidence: z.array(EvidenceFor),
  notes: z.array(Note),
  createdAt: z.string(),
});
export type Excerpt = z.infer<typeof Excerpt>;

export const ExcerptPage = pageOf(Excerpt);

/** What the reader needs to draw one passage. Offsets in UTF-16 code units. */
export const Highlight = z.object({
  id: Id,
  start: z.int(),
  end: z.int(),
  tags: z.array(Id),
  kinds: z.array(EntityKind).describe('of the entities it mentions or is evidence for'),
  entities: z
    .array(Id)
    .describe('that it mentions or is evidence for, by the head of their cluster'),
  evidence: z.int().describe('number of facts it bears on'),
  handling: Handling.nullable().describe('its own; null: as its source'),
  author: z.string().describe('name of the analyst who made it, by the journal'),
});
export type Highlight = z.infer<typeof Highlight>;

export const ListExcerptsInput = OnCase.extend({
  ...Paging.shape,
  source: Id.optional(),
  tag: Id.optional(),
  entity: Id.optional(),
});

const OnPassage = OnCase.extend({ passage: PassageRef });

/** How a passage bears on a fact. */
export const Bearing = z.object({
  stance: Stance.default('supports'),
  credibility: Credibility.default('6'),
});

export const TagPassageInput = OnPassage.extend({ tag: TagRef });
export const UntagPassageInput = OnCase.extend({ excerpt: Id, tag: Id });
export const MentionInput = OnPassage.extend({ entity: EntityRef });
export const NotePassageInput = OnPassage.extend({ body: Prose.min(1) });

/** Changes a passage; one that is none yet is made. */
export const UpdateExcerptInput = OnPassage.extend({
  changes: z.object({
    handling: Handling.nullable().describe('null: as its source'),
  }),
});

/** Moves the ends of a passage. Offsets in UTF-16 code units. */
export const AdjustExcerptInput = OnRecord.extend({ start: z.int().min(0), end: z.int().min(1) });

/** Cuts a passage in two at an offset within it. */
export const SplitExcerptInput = OnRecord.extend({ at: z.int().min(1) });
export const SplitOutcome = z.object({
  excerpt: Id.describe('the part before'),
  second: Id.describe('the part after'),
});

/** Makes one of two passages of a source that overlap or have no words between them. */
export const MergeExcerptsInput = OnRecord.extend({
  other: Id.describe('goes; what hangs on it comes to hang on the one that stays'),
});

/** What a gesture on a passage made or found. */
export const PassageOutcome = z.object({
  excerpt: Id,
  entity: Id.optional(),
  tag: Id.optional(),
  fact: Id.optional(),
});
export type PassageOutcome = z.infer<typeof PassageOutcome>;
