import { z } from 'zod';
import { Id, OnCase, Path } from './common.ts';
import { NameReason } from './duplicates.ts';
import { EntityKind, NameKind } from './vocabulary.ts';

/**
 * What can be taken in from other programs: FollowTheMoney entities (one JSON object a line), a REFI-QDA project, a
 * REFI-QDA codebook, a table.
 */
export const ForeignFormat = z.enum(['ftm', 'qdpx', 'qdc', 'csv']);
export type ForeignFormat = z.infer<typeof ForeignFormat>;

/** What a column of a table is to the entity of its row. */
export const ColumnRole = z.enum([
  'skip',
  'id',
  'name',
  'kind',
  'schema',
  'handling',
  'summary',
  'note',
  'attribute',
  'link',
  'linkRole',
  'linkSince',
  'linkUntil',
]);
export type ColumnRole = z.infer<typeof ColumnRole>;

export const ColumnMapping = z.object({
  column: z.int().min(0).describe('its place in the table, from 0'),
  role: ColumnRole,
  nameKind: NameKind.optional().describe('of a name; primary when left out'),
  property: z.string().trim().min(1).max(200).optional().describe('of an attribute'),
  linkType: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('of a link; of its role and dates: the link they belong to'),
  reverse: z.boolean().optional().describe('the link leads from what the cell names to the row'),
  otherKind: EntityKind.optional().describe('of what a link’s cell names'),
  separator: z.string().min(1).max(5).optional().describe('between several values in one cell'),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** How a table is read. */
export const TableMapping = z.object({
  delimiter: z.enum([',', ';', '\t', '|']).optional().describe('told by the table when left out'),
  encoding: z.string().max(40).optional().describe('WHATWG label; told by the bytes when left out'),
  headerRow: z.boolean().default(true),
  kind: EntityKind.default('person').describe('of a row that does not say'),
  rows: z
    .enum(['entity', 'name'])
    .default('entity')
    .describe('each row is an entity of its own; or rows of one kind and name are one entity'),
  columns: z.array(ColumnMapping).max(1000).default([]).describe('a column not named is skipped'),
});
export type TableMapping = z.infer<typeof TableMapping>;

/** What can come in. `tagging`: a tag on a passage. */
export const ForeignKind = z.enum([
  'source',
  'tag',
  'entity',
  'name',
  'attribute',
  'link',
  'passage',
  'tagging',
  'mention',
  'evidence',
  'note',
]);
export type ForeignKind = z.infer<typeof ForeignKind>;

/** Against the case: not there; there, and the file says something else of it, or more; there just so. */
export const ForeignState = z.enum(['new', 'changed', 'same']);
export type ForeignState = z.infer<typeof ForeignState>;

/** A source, tag or entity of the file; what hangs on it is counted in `totals`. */
export const ForeignItem = z.object({
  key: z.string().max(300).describe('names it for `leaveOut`'),
  kind: z.enum(['source', 'tag', 'entity']),
  state: ForeignState,
  title: z
    .string()
    .describe('name of an entity, names of a tag from the top down with “ / ”, title'),
  type: z.string().describe('kind of an entity, colour of a tag, media type of a source'),
  record: Id.nullable().describe('what it is in the case; null for a new one'),
  matched: z
    .enum(['id', 'name', 'bytes', 'text'])
    .nullable()
    .describe('by what it was known again'),
  changes: z.array(z.object({ field: z.string(), old: z.string(), new: z.string() })).max(50),
  facts: z.int().describe('names, attributes, links, passages that would be new on it'),
  where: z.string().describe('line or element of the file'),
});
export type ForeignItem = z.infer<typeof ForeignItem>;

/** A new entity that looks like one of the case. They are joined by nobody but a person. */
export const ForeignCandidate = z.object({
  key: z.string().max(300),
  title: z.string(),
  entity: Id,
  kind: EntityKind,
  name: z.string(),
  score: z.number().min(0).max(1),
  reasons: z.array(NameReason),
});
export type ForeignCandidate = z.infer<typeof ForeignCandidate>;

/** Something of the file that is not taken over, or not as it stands: told, never dropped in silence. */
export const ForeignRemarkCode = z.enum([
  // Lines and rows that cannot be read
  'badLine',
  'badRow',
  'noName',
  'noId',
  'sameId',
  'badId',
  'longText',
  'badDate',
  'badValue',
  // Parts that the file speaks of and does not have
  'missingEnd',
  'missingSource',
  'missingCode',
  'missingContent',
  'notInText',
  'guessedPlace',
  // What is not understood, or has no place here
  'unknownSchema',
  'unknownProperty',
  'unknownElement',
  'unknownAttribute',
  'unknownKind',
  'unknownColumn',
  'ontologyKind',
  'linkToItself',
  'notCodable',
  'noColor',
  'badColor',
  'set',
  'picture',
  'audio',
  'video',
  'pdfSelection',
  'transcript',
  'case',
  'variable',
  'graph',
  'link',
  'user',
  'sourceUnreadable',
  'withoutOriginal',
  'differs',
]);
export type ForeignRemarkCode = z.infer<typeof ForeignRemarkCode>;

export const ForeignRemark = z.object({
  code: ForeignRemarkCode,
  name: z.string().describe('of the schema, property, element, column, value; may be empty'),
  where: z.string().describe('line or element where it stands first'),
  count: z.int().describe('how often'),
});
export type ForeignRemark = z.infer<typeof ForeignRemark>;

/** A column of a table, and what it seems to be. */
export const TableColumn = z.object({
  name: z.string().describe('its heading; empty without one'),
  samples: z.array(z.string()).max(5),
  filled: z.int().describe('rows that have something in it'),
});
export type TableColumn = z.infer<typeof TableColumn>;

export const TableShape = z.object({
  rows: z.int(),
  columns: z.array(TableColumn),
  mapping: TableMapping.describe('as given, or as proposed'),
  proposed: z.boolean(),
});
export type TableShape = z.infer<typeof TableShape>;

/** How many items, candidates and remarks a preview tells one by one. */
export const mostForeignItems = 2000;

export const ForeignPreviewInput = OnCase.extend({
  path: Path,
  format: ForeignFormat.optional().describe('told by the file when left out'),
  mapping: TableMapping.optional().describe('of a table; proposed when left out'),
});

/** What taking a file in would do; nothing is changed. */
export const ForeignPreview = z.object({
  format: ForeignFormat,
  fileName: z.string(),
  byteSize: z.int(),
  sha256: z.string().describe('of the file, hexadecimal'),
  origin: z.string().describe('the program that wrote it, as it says; may be empty'),
  totals: z.array(z.object({ kind: ForeignKind, state: ForeignState, count: z.int() })),
  items: z.array(ForeignItem).max(mostForeignItems).describe('new ones first, then changed'),
  itemCount: z.int(),
  candidates: z.array(ForeignCandidate).max(mostForeignItems).describe('best first'),
  candidateCount: z.int(),
  remarks: z.array(ForeignRemark).max(mostForeignItems),
  remarkCount: z.int(),
  table: TableShape.nullable().describe('of a CSV file'),
});
export type ForeignPreview = z.infer<typeof ForeignPreview>;

export const ForeignImportInput = ForeignPreviewInput.extend({
  sha256: z.string().length(64).optional().describe('of the file that was previewed'),
  update: z
    .boolean()
    .default(false)
    .describe('tags that are there already take what the file says of them'),
  leaveOut: z
    .object({
      kinds: z.array(ForeignKind).max(20).default([]),
      keys: z.array(z.string().max(300)).max(100_000).default([]),
    })
    .default({ kinds: [], keys: [] })
    .describe('what hangs on something left out is left out with it'),
});

export const ForeignImportOutcome = z.object({
  made: z.array(z.object({ kind: ForeignKind, count: z.int() })),
  changed: z.int().describe('records that were there and took something over'),
  same: z.int().describe('records that were there just so'),
  leftOut: z.int(),
  remarks: z.array(ForeignRemark).max(mostForeignItems),
  remarkCount: z.int(),
  candidateCount: z.int().describe('new entities that look like one of the case'),
});
export type ForeignImportOutcome = z.infer<typeof ForeignImportOutcome>;
