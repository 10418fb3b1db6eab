import { z } from 'zod';
import { Id, OnCase, Paging } from './common.ts';
import { EntityKind } from './vocabulary.ts';

/** A stretch of text with the stretches in it that matched, as [start, end) in UTF-16 code units of `text`. */
export const MarkedText = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.int(), z.int()])),
});
export type MarkedText = z.infer<typeof MarkedText>;

export const HitKind = z.enum(['entity', 'source', 'text', 'excerpt', 'note', 'finding', 'tag']);
export type HitKind = z.infer<typeof HitKind>;

/** One hit: what was found, shown in its context, and where to go. */
export const SearchHit = z.object({
  kind: HitKind,
  id: Id.describe('of the record to go to: entity, source, excerpt or tag'),
  title: z.string(),
  entityKind: EntityKind.nullable(),
  context: MarkedText,
  source: Id.nullable(),
  start: z.int().nullable().describe('of the match in the source, UTF-16 code units'),
  end: z.int().nullable(),
  place: z.string().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchInput = OnCase.extend({
  query: z.string().trim().min(1).max(1000),
  kinds: z.array(HitKind).optional(),
  offset: Paging.shape.offset,
  limit: z.int().min(1).max(500).default(50).describe('most hits of each kind'),
});

export const SearchResult = z.object({
  hits: z.array(SearchHit),
  counts: z.record(HitKind, z.int()),
});
export type SearchResult = z.infer<typeof SearchResult>;
