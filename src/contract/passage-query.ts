import { z } from 'zod';
import { Id, OnCase, Paging } from './common.ts';
import { EntityKind } from './vocabulary.ts';

/** A set of passages: those that carry a tag, bear on an entity, or stand in a source. */
export const PassageTerm = z.union([
  z.object({
    tag: Id,
    below: z.boolean().default(false).describe('also those of the tags beneath it'),
  }),
  z.object({ entity: Id }),
  z.object({ source: Id }),
]);
export type PassageTerm = z.infer<typeof PassageTerm>;

/** Any of some sets; negated: none of them. */
export const PassageClause = z.object({
  not: z.boolean().default(false),
  any: z.array(PassageTerm).min(1).max(50),
});
export type PassageClause = z.infer<typeof PassageClause>;

/**
 * When a passage of another set counts as being with a passage: it is the same one; it shares a character with it; no
 * more than `distance` characters lie between them; they touch the same paragraph; they stand in the same source.
 */
export const PassageScope = z.enum(['passage', 'overlap', 'near', 'paragraph', 'source']);
export type PassageScope = z.infer<typeof PassageScope>;

/**
 * A combination of sets of passages. The first clause that is not negated leads: its passages are found, those of them
 * that have one of every other clause with them, and none of any negated clause. Where all are negated, all passages of
 * the case lead. `(A or B) and C and not D` is three clauses.
 */
export const PassageQuery = z.object({
  clauses: z.array(PassageClause).min(1).max(50),
  scope: PassageScope.default('passage'),
  distance: z.int().min(0).max(1_000_000).default(200).describe('UTF-16 code units, for `near`'),
});
export type PassageQuery = z.infer<typeof PassageQuery>;

export const QueryExcerptsInput = OnCase.extend({ ...Paging.shape, query: PassageQuery });

export const MatrixBy = z.enum(['tag', 'source', 'entity']);
export type MatrixBy = z.infer<typeof MatrixBy>;

export const TagMatrixInput = OnCase.extend({
  by: MatrixBy,
  below: z.boolean().default(false).describe('tags count the passages of the tags beneath them'),
});

/**
 * Tags against tags, sources or entities. A cell counts the passages of the row's tag that overlap a passage of the
 * column's tag, or that stand in the column's source, or that overlap one of the column's entity: what the query of these
 * two, in that order, finds.
 */
export const TagMatrix = z.object({
  rows: z.array(Id).describe('tags'),
  columns: z.array(z.object({ id: Id, title: z.string(), kind: EntityKind.nullable() })),
  cells: z
    .array(z.int())
    .describe('of each cell that is not 0: row, column, passages; one after the other'),
});
export type TagMatrix = z.infer<typeof TagMatrix>;
