import { z } from 'zod';
import { Span } from './annotation.ts';
import { Id, OnCase, Paging, pageOf } from './common.ts';
import { EntityKind, NameKind } from './vocabulary.ts';

/**
 * What a suggestion offers to record: that a passage mentions someone, that a name is another name of someone, that two
 * are linked, or an attribute of someone.
 */
export const SuggestionSort = z.enum(['name', 'alias', 'link', 'attribute']);
export type SuggestionSort = z.infer<typeof SuggestionSort>;

/** Why something is suggested: a code that each host has words for, and what goes into them. */
export const SuggestionReason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SuggestionReason = z.infer<typeof SuggestionReason>;

/** An entity of the case that a suggested name may stand for. */
export const Reading = z.object({
  entity: Id,
  kind: EntityKind,
  name: z.string().describe('by which it is shown'),
  score: z.number().min(0).max(1),
  reasons: z.array(SuggestionReason),
});
export type Reading = z.infer<typeof Reading>;

/** A name in a source, with the entities it may stand for, the likeliest first; without any, it is new. */
export const SuggestedName = z.object({
  start: z.int(),
  end: z.int(),
  text: z.string(),
  name: z.string().describe('in full, where the text has it in full elsewhere; else as `text`'),
  kind: EntityKind,
  readings: z.array(Reading),
});
export type SuggestedName = z.infer<typeof SuggestedName>;

/** Something in a source that may be worth recording. Offsets in UTF-16 code units. */
export const Suggestion = z.object({
  key: z.string().describe('names it until it is judged, also once it is known whom it means'),
  group: z.string().describe('what it is judged together with, as it is now'),
  sort: SuggestionSort,
  source: Id,
  sourceTitle: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  before: z.string().describe('up to 120 UTF-16 units of the text before'),
  after: z.string().describe('up to 120 UTF-16 units of the text after'),
  score: z.number().min(0).max(1),
  reasons: z.array(SuggestionReason),
  /** The name itself; the one the other name belongs to; from whom a link goes; of whom an attribute is. */
  subject: SuggestedName.nullable().describe('null: an attribute whose bearer is not told'),
  alias: z.object({ start: z.int(), end: z.int(), text: z.string(), kind: NameKind }).nullable(),
  link: z
    .object({ to: SuggestedName, type: z.string(), role: z.string() })
    .nullable()
    .describe('`type` is a link type of the ontology'),
  attribute: z
    .object({
      property: z.string(),
      value: z.string(),
      form: z.enum(['identifier', 'date', 'text']),
    })
    .nullable()
    .describe('`property` is one of the ontology, or empty where it is to be chosen'),
});
export type Suggestion = z.infer<typeof Suggestion>;
export const SuggestionPage = pageOf(Suggestion);

/** What suggestions are asked about. */
const Wanted = {
  source: Id.optional(),
  sort: SuggestionSort.optional(),
  kind: EntityKind.optional(),
  minScore: z.number().min(0).max(1).default(0),
};

/** The same name or offer wherever it was found, to be judged at once. */
export const SuggestionGroup = z.object({
  group: z.string(),
  sort: SuggestionSort,
  text: z.string().describe('as it is written most often'),
  count: z.int(),
  sources: z.int(),
  score: z.number().describe('of the best of them'),
  first: Suggestion.describe('the best of them, and of these the first'),
});
export type SuggestionGroup = z.infer<typeof SuggestionGroup>;
export const SuggestionGroupPage = pageOf(SuggestionGroup);

export const ListSuggestionsInput = OnCase.extend({
  ...Paging.shape,
  ...Wanted,
  group: z.string().optional(),
  order: z.enum(['place', 'score']).default('place'),
});

export const ListSuggestionGroupsInput = OnCase.extend({
  ...Paging.shape,
  ...Wanted,
  order: z.enum(['count', 'score', 'name']).default('count'),
});

/** How much is asked for: suggestions below `minScore` are not counted, as a list leaves them out. */
export const SuggestionStateInput = OnCase.extend({ minScore: Wanted.minScore });

/** How much is left to judge, and whether that is all or sources are still being read. */
export const SuggestionState = z.object({
  sourcesDone: z.int(),
  sourcesTotal: z.int(),
  running: z.boolean(),
  counts: z.record(SuggestionSort, z.int()).describe('suggestions left to judge'),
  groups: z.record(SuggestionSort, z.int()),
});
export type SuggestionState = z.infer<typeof SuggestionState>;

/**
 * Several suggestions at once: those named, or all of a group, or all that are wanted. Of several that are named, those
 * that are settled already are left out.
 */
const Chosen = z.union([
  z.object({ keys: z.array(z.string()).min(1).max(10_000) }),
  z.object({ group: z.string(), source: Id.optional(), minScore: Wanted.minScore }),
  z.object(Wanted).required({ minScore: true }),
]);

/** Whom an accepted name is: an entity of the case, or a new one of that kind, whatever was suggested. */
export const AcceptAs = z.union([
  z.object({ entity: Id }),
  z.object({ kind: EntityKind, name: z.string().trim().min(1).max(2000).optional() }),
]);

export const AcceptSuggestionsInput = OnCase.extend({
  chosen: Chosen,
  as: AcceptAs.optional(),
  property: z.string().optional().describe('of an attribute whose property was to be chosen'),
});

/** Turned down here, or as a name wherever it stands. */
export const RejectSuggestionsInput = OnCase.extend({
  chosen: Chosen,
  scope: z.enum(['passage', 'name']).default('passage'),
});

export const AcceptOutcome = z.object({
  accepted: z.int(),
  entities: z.array(Id).describe('that were made'),
  mentions: z.int(),
  names: z.int(),
  links: z.int(),
  attributes: z.int(),
});
export type AcceptOutcome = z.infer<typeof AcceptOutcome>;

export const RejectOutcome = z.object({ rejected: z.int() });

/** Where a suggestion stands in a source, for the reader to draw. Offsets in UTF-16 code units. */
export const SuggestionSpan = Suggestion.pick({
  key: true,
  group: true,
  sort: true,
  start: true,
  end: true,
}).extend({
  kind: EntityKind.nullable().describe(
    'of whom it is; null: an attribute whose bearer is not told',
  ),
});
export type SuggestionSpan = z.infer<typeof SuggestionSpan>;

export const SuggestionSpansInput = OnCase.extend({
  source: Id,
  minScore: Wanted.minScore,
});

export const GetSuggestionInput = OnCase.extend({ key: z.string() });

/** A span of a source that was judged to refer to an entity, for the reader to show. */
export const MentionSpan = Span.omit({ source: true }).extend({
  id: Id,
  entity: Id,
  kind: EntityKind,
  name: z.string(),
  excerpt: Id.nullable(),
});
export type MentionSpan = z.infer<typeof MentionSpan>;
