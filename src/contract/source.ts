import { z } from 'zod';
import { EdtfText, Id, Line, OnCase, OnRecord, Paging, Path, Prose, pageOf } from './common.ts';
import { Handling, Reading, Reliability, SourceKind } from './vocabulary.ts';

/** Where a source came from and how far it is trusted: what a person can set. */
export const Provenance = z.object({
  title: Line,
  publisher: z.string().trim().max(2000),
  author: z.string().trim().max(2000),
  published: EdtfText,
  retrieved: EdtfText,
  url: z.string().trim().max(4000),
  language: z.string().trim().max(35).describe('BCP 47, or empty when not known'),
  reliability: Reliability,
  handling: Handling,
});
export type Provenance = z.infer<typeof Provenance>;

export const ProvenanceChanges = Provenance.partial();
export type ProvenanceChanges = z.infer<typeof ProvenanceChanges>;

/** A source as lists and headers show it. */
export const Source = Provenance.extend({
  id: Id,
  kind: SourceKind,
  fileName: z.string(),
  mediaType: z.string(),
  encoding: z.string().nullable(),
  sha256: z.string().describe('of the original bytes, hexadecimal'),
  byteSize: z.int(),
  textSha256: z.string().describe('of the extracted text as UTF-8, hexadecimal'),
  textLength: z.int().describe('UTF-16 code units'),
  pages: z.int().nullable(),
  derivesFrom: z
    .object({ id: Id, title: z.string() })
    .nullable()
    .describe(
      'the source that this one repeats or was made from: the two corroborate nothing as two',
    ),
  excerpts: z.int().describe('number of passages taken from it'),
  reading: Reading.describe('how far it has been read, as a person said'),
  importedAt: z.string(),
});
export type Source = z.infer<typeof Source>;

export const SourcePage = pageOf(Source);

/** A stretch of a source's text that is indexed and cited as one place: paragraph, heading. Offsets in UTF-16 code units. */
export const SegmentPlace = z.object({
  start: z.int(),
  page: z.int().nullable().describe('page of the original, from 1'),
  paragraph: z.int().describe('ordinal in the source, from 1'),
  kind: z.string(),
});
export type SegmentPlace = z.infer<typeof SegmentPlace>;

export const SourceText = z.object({
  text: z.string(),
  segments: z.array(SegmentPlace),
});
export type SourceText = z.infer<typeof SourceText>;

export const ListSourcesInput = OnCase.extend({
  ...Paging.shape,
  filter: z.string().max(500).default(''),
  reading: Reading.optional(),
  sort: z
    .enum([
      'imported',
      'title',
      'published',
      'reliability',
      'excerpts',
      'publisher',
      'kind',
      'reading',
    ])
    .default('imported'),
  descending: z.boolean().default(false),
});

/** What can be changed of a source: where it came from, what it repeats, and how far it has been read. */
export const SourceChanges = ProvenanceChanges.extend({
  reading: Reading.optional(),
  derivesFrom: Id.nullable().optional().describe('null: it stands for itself'),
});
export type SourceChanges = z.infer<typeof SourceChanges>;

export const UpdateSourceInput = OnRecord.extend({ changes: SourceChanges });

export const ImportInput = OnCase.extend({
  paths: z.array(Path).min(1).max(100_000),
  provenance: ProvenanceChanges.default({}),
});

export const AddNoteInput = OnCase.extend({
  subject: z.object({ table: z.enum(['case', 'source', 'excerpt', 'entity', 'link']), id: Id }),
  body: Prose.min(1),
});

/** An analyst's note on a record. */
export const Note = z.object({ id: Id, body: z.string(), createdAt: z.string() });
export type Note = z.infer<typeof Note>;
