import { z } from 'zod';
import { Id, OnCase, OnRecord, Paging } from './common.ts';
import { ExtractionSettings } from './extraction.ts';
import { Passwords } from './import.ts';

/** A text of a source: the one it has, or one that it had. */
export const TextVersion = z.object({
  id: Id.nullable().describe('null: the text it has'),
  textSha256: z.string(),
  textLength: z.int(),
  pages: z.int().nullable(),
  encoding: z.string().nullable(),
  extraction: ExtractionSettings,
  extractedBy: z.string(),
  passages: z.int().describe('that stand in it'),
  until: z.string().nullable().describe('when another took its place; ISO 8601, UTC'),
});
export type TextVersion = z.infer<typeof TextVersion>;

/** Reads sources again from their originals. */
export const ReadAgainInput = OnCase.extend({
  sources: z.array(Id).min(1).max(100_000),
  settings: ExtractionSettings,
  passwords: Passwords.default([]),
});

/** A passage or mention that stands in a text its source no longer has. */
export const Orphan = z.object({
  excerpt: Id,
  source: z.object({ id: Id, title: z.string() }),
  quotation: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  tags: z.int(),
  evidence: z.int(),
  /** Where in the text of now it may stand, best first; `score` from 0 to 1. */
  candidates: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      quotation: z.string(),
      prefix: z.string(),
      suffix: z.string(),
      score: z.number(),
    }),
  ),
});
export type Orphan = z.infer<typeof Orphan>;

export const ListOrphansInput = OnCase.extend({ ...Paging.shape, source: Id.optional() });
export const PlaceOrphanInput = OnRecord.extend({ start: z.int().min(0), end: z.int().min(1) });
