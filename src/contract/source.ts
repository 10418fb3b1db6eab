import { z } from 'zod';
import { EdtfText, Id, Line, OnCase, OnRecord, Paging, Prose, pageOf } from './common.ts';
import { ExtractionSettings } from './extraction.ts';
import { Handling, Reading, Reliability, SourceKind } from './vocabulary.ts';

/** Where a source came from and how far it is trusted: what a person can set. */
export const Provenance = z.object({
  title: Line,
  publisher: z.string().trim().max(2000),
  author: z.string().trim().max(2000),
  published: EdtfText,
  retrieved: EdtfText,
  retrievedFrom: z.string().trim().max(2000),
  retrievedBy: z.string().trim().max(2000),
  retrievedWith: z.string().trim().max(2000).describe('the tool'),
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
  container: z
    .object({ id: Id, title: z.string() })
    .nullable()
    .describe('the archive, mailbox or message that it was in'),
  memberPath: z.string().describe('its place there; empty for what was in none'),
  parts: z.int().describe('sources that were in it'),
  extraction: ExtractionSettings.describe('how its text was read'),
  extractedBy: z.string().describe('the program that read it; empty when that is not known'),
  hasLayout: z.boolean().describe('it is known where its text stands in the original'),
  excerpts: z.int().describe('number of passages taken from it'),
  orphans: z.int().describe('of these, passages that stand in a text it had before'),
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

/** Which sources: those that fit each of the lists that are not empty, by one of its values. */
export const SourceFilter = z.object({
  filter: z.string().max(500).default('').describe('words of title, publisher, author, file name'),
  reading: Reading.optional(),
  kinds: z.array(SourceKind).default([]),
  languages: z.array(z.string().max(35)).default([]).describe('empty text: not known'),
  reliabilities: z.array(Reliability).default([]),
  handlings: z.array(Handling).default([]),
  tags: z.array(Id).default([]).describe('put on one of its passages'),
  publishedFrom: EdtfText.default(''),
  publishedUntil: EdtfText.default(''),
  container: Id.optional().describe('only what was in it'),
  withoutText: z.boolean().optional(),
  orphaned: z.boolean().optional().describe('with passages that stand in a former text'),
});
export type SourceFilter = z.infer<typeof SourceFilter>;

export const ListSourcesInput = OnCase.extend({
  ...Paging.shape,
  ...SourceFilter.shape,
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
      'language',
      'handling',
      'size',
    ])
    .default('imported'),
  descending: z.boolean().default(false),
});

/** How many sources there are of each value that a filter can ask for; for tags, with a passage that has it. */
export const SourceFacets = z.object({
  kinds: z.array(z.object({ value: SourceKind, count: z.int() })),
  languages: z.array(z.object({ value: z.string(), count: z.int() })),
  reliabilities: z.array(z.object({ value: Reliability, count: z.int() })),
  handlings: z.array(z.object({ value: Handling, count: z.int() })),
  tags: z.array(z.object({ value: Id, name: z.string(), count: z.int() })),
});
export type SourceFacets = z.infer<typeof SourceFacets>;

/** What can be changed of a source: where it came from, what it repeats, and how far it has been read. */
export const SourceChanges = ProvenanceChanges.extend({
  reading: Reading.optional(),
  derivesFrom: Id.nullable().optional().describe('null: it stands for itself'),
});
export type SourceChanges = z.infer<typeof SourceChanges>;

export const UpdateSourceInput = OnRecord.extend({ changes: SourceChanges });

/** Several sources that something is done with in one gesture. */
export const OnSources = OnCase.extend({ ids: z.array(Id).min(1).max(100_000) });

/** The same change to several sources, in one gesture. */
export const UpdateSourcesInput = OnSources.extend({ changes: SourceChanges });

export const AddNoteInput = OnCase.extend({
  subject: z.object({ table: z.enum(['case', 'source', 'excerpt', 'entity', 'link']), id: Id }),
  body: Prose.min(1),
});

/** An analyst's note on a record. */
export const Note = z.object({ id: Id, body: z.string(), createdAt: z.string() });
export type Note = z.infer<typeof Note>;
