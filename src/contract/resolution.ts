import { z } from 'zod';
import { Id, OnCase, OnRecord, Paging, Prose, pageOf } from './common.ts';
import { Analyst } from './settings.ts';
import { EntityKind, FactKind, Judgement } from './vocabulary.ts';

/** Who did something last, and when. */
export const Signed = z.object({
  by: Analyst.nullable().describe('null when the journal does not tell'),
  at: z.string().describe('ISO 8601, UTC'),
});

const Judged = z.object({ id: Id, kind: EntityKind, name: z.string() });

/** What was made of two entities, by whom and why. The two are themselves here, not the clusters they are in. */
export const Resolution = z.object({
  id: Id,
  first: Judged,
  second: Judged,
  judgement: Judgement,
  reason: z.string(),
  ...Signed.shape,
  contradicted: z
    .boolean()
    .describe('judged different, while other judgements make them one: to be reviewed'),
});
export type Resolution = z.infer<typeof Resolution>;
export const ResolutionPage = pageOf(Resolution);

/** Judging a pair again, either way round, replaces its judgement; the journal keeps the former. */
export const JudgeInput = OnCase.extend({
  first: Id,
  second: Id,
  judgement: Judgement,
  reason: Prose.default(''),
});

export const SplitInput = OnRecord.extend({ reason: Prose.default('') });

export const ListResolutionsInput = OnCase.extend({
  ...Paging.shape,
  entity: Id.optional().describe('judgements of it, and of what is one with it'),
});

/** What an analyst makes of a point in dispute: the fact that bears it is preferred to its rivals. */
export const Assessment = z.object({ id: Id, body: z.string(), ...Signed.shape });
export type Assessment = z.infer<typeof Assessment>;

export const AssessInput = OnCase.extend({
  entity: Id,
  fact: z.object({ kind: FactKind, id: Id }),
  body: Prose.min(1),
});
