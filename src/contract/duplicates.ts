import { z } from 'zod';
import { Id, OnCase, Paging, pageOf } from './common.ts';
import { EntityKind } from './vocabulary.ts';

/** Why two names or two entities are held to be one, or not. The words between are in `name-reason-text.ts`. */
export const NameReasonCode = z.enum([
  'name.equal',
  'name.folded',
  'name.words',
  'name.shared',
  'name.transliterated',
  'name.spelling',
  'name.nickname',
  'name.sound',
  'name.typo',
  'name.initial',
  'name.form',
  'name.joined',
  'name.turned',
  'name.missing',
  'name.partial',
  'name.alias',
  'name.acronym',
  'name.translated',
  'name.legalForm',
  'name.abbreviated',
  'name.differs',
  'name.gender',
  'name.generation',
  'name.swapped',
  'name.number',
  'name.homophone',
  'name.empty',
  'fact.same',
  'fact.differs',
  'fact.near',
  'link.same',
  'link.between',
]);
export type NameReasonCode = z.infer<typeof NameReasonCode>;

export const NameReason = z.object({
  code: NameReasonCode,
  params: z.record(z.string(), z.string()),
});
export type NameReason = z.infer<typeof NameReason>;

const Side = z.object({ id: Id, kind: EntityKind, name: z.string() });

/** Two entities, or clusters of them by their heads, that may be one. */
export const DuplicateCandidate = z.object({
  first: Side,
  second: Side,
  score: z.number().min(0).max(1).describe('from 0.5 on they are held to be one'),
  reasons: z.array(NameReason),
  unsure: z.boolean().describe('somebody has looked at them and was unsure'),
});
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>;

/** How far the comparing has come, in entities. While it runs, more candidates may come. */
export const DuplicateProgress = z.object({
  running: z.boolean(),
  done: z.int(),
  total: z.int(),
});
export type DuplicateProgress = z.infer<typeof DuplicateProgress>;

/** Candidates that nobody has judged, best first; of judged ones only those that were left unsure, when asked for. */
export const ListDuplicatesInput = OnCase.extend({
  ...Paging.shape,
  kind: EntityKind.optional(),
  minScore: z.number().min(0).max(1).default(0.5),
  unsure: z.boolean().default(false).describe('those that were judged unsure, and no others'),
});
export const DuplicatePage = pageOf(DuplicateCandidate).extend({ progress: DuplicateProgress });
export type DuplicatePage = z.infer<typeof DuplicatePage>;

export const DuplicateCount = z.object({ count: z.int(), progress: DuplicateProgress });
export type DuplicateCount = z.infer<typeof DuplicateCount>;

/** What a person is typing as the name of a new entity. */
export const LikelyInput = OnCase.extend({
  kind: EntityKind.optional().describe('of any kind when left out'),
  name: z.string().max(2000),
  limit: z.int().min(1).max(20).default(5),
});

/** An entity that a name being typed may mean. */
export const LikelyEntity = Side.extend({
  matched: z.string().describe('which of its names'),
  score: z.number().min(0).max(1),
  reasons: z.array(NameReason),
});
export type LikelyEntity = z.infer<typeof LikelyEntity>;
