import { z } from 'zod';
import { Id, OnCase, OnRecord, Prose } from './common.ts';
import { Confidence, Likelihood } from './vocabulary.ts';

/** What an analyst concludes, of an entity or of the case as a whole. */
export const Finding = z.object({
  id: Id,
  entity: Id.nullable().describe('null: of the case'),
  body: z.string().describe('Markdown with citations of passages'),
  likelihood: Likelihood.nullable(),
  confidence: Confidence.nullable(),
  createdAt: z.string().describe('ISO 8601, UTC'),
});
export type Finding = z.infer<typeof Finding>;

/** Those of an entity (with what was found to be one with it), or those of the case, in their order. */
export const ListFindingsInput = OnCase.extend({ entity: Id.nullable() });

export const AddFindingInput = OnCase.extend({
  entity: Id.nullable(),
  body: Prose.min(1),
  likelihood: Likelihood.nullable().default(null),
  confidence: Confidence.nullable().default(null),
});

export const UpdateFindingInput = OnRecord.extend({
  changes: z.object({
    body: Prose.min(1).optional(),
    likelihood: Likelihood.nullable().optional(),
    confidence: Confidence.nullable().optional(),
  }),
});

/** Puts one before another, or last. */
export const MoveFindingInput = OnRecord.extend({ before: Id.nullable() });
