import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  blob as bytes,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text as words,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type {
  Confidence,
  ConflictChoice,
  Credibility,
  CustodyAct,
  EntityKind,
  Handling,
  Judgement,
  Language,
  Likelihood,
  NameKind,
  Reading,
  Reliability,
  SourceKind,
  Stance,
  Verdict,
} from '#contract/vocabulary.ts';

/*
 * The tables of a case file. Three sorts:
 * - journaled: what people make. Rows have a UUIDv7 `id` and change only inside a gesture (`journal.ts`).
 * - immutable, addressed by content: original bytes and extracted text, by SHA-256.
 * - the journal itself, and `local`, which says what this one file is.
 * Times are ISO 8601 in UTC; offsets and lengths of text count UTF-16 code units.
 */

const id = () => words('id').primaryKey();
const createdAt = () => words('created_at').notNull();

/** An EDTF date as written and the first and last day it can mean, as `YYYY-MM-DD`; empty bounds are open or unknown. */
const dated = <const N extends string>(name: N) =>
  ({
    written: words(name).notNull().default(''),
    earliest: words(`${name}_earliest`),
    latest: words(`${name}_latest`),
  }) as const;

const since = dated('since');
const until = dated('until');
const published = dated('published');
const happened = dated('happened');

/** When a fact holds. */
const validity = {
  since: since.written,
  sinceEarliest: since.earliest,
  sinceLatest: since.latest,
  until: until.written,
  untilEarliest: until.earliest,
  untilLatest: until.latest,
} as const;

export const caseFile = sqliteTable('case_file', {
  id: id(),
  title: words('title').notNull(),
  reference: words('reference').notNull().default(''),
  language: words('language').$type<Language>().notNull(),
  handling: words('handling').$type<Handling>().notNull(),
  summary: words('summary').notNull().default(''),
  createdAt: createdAt(),
});

export const source = sqliteTable(
  'source',
  {
    id: id(),
    title: words('title').notNull(),
    kind: words('kind').$type<SourceKind>().notNull(),
    fileName: words('file_name').notNull(),
    mediaType: words('media_type').notNull(),
    encoding: words('encoding'),
    sha256: words('sha256').notNull(),
    byteSize: integer('byte_size').notNull(),
    textSha256: words('text_sha256').notNull(),
    textLength: integer('text_length').notNull(),
    pages: integer('pages'),
    publisher: words('publisher').notNull().default(''),
    author: words('author').notNull().default(''),
    published: published.written,
    publishedEarliest: published.earliest,
    publishedLatest: published.latest,
    retrieved: words('retrieved').notNull().default(''),
    /** From where, by whom and with what it was retrieved. */
    retrievedFrom: words('retrieved_from').notNull().default(''),
    retrievedBy: words('retrieved_by').notNull().default(''),
    retrievedWith: words('retrieved_with').notNull().default(''),
    url: words('url').notNull().default(''),
    language: words('language').notNull().default(''),
    reliability: words('reliability').$type<Reliability>().notNull().default('F'),
    handling: words('handling').$type<Handling>().notNull(),
    reading: words('reading').$type<Reading>().notNull().default('unread'),
    /** The source that this one repeats or was made from: the two corroborate nothing as two. */
    derivesFrom: words('derives_from').references((): AnySQLiteColumn => source.id, {
      onDelete: 'set null',
    }),
    /** The archive, mailbox or message that it was in, and its place there. */
    containerId: words('container_id').references((): AnySQLiteColumn => source.id, {
      onDelete: 'set null',
    }),
    memberPath: words('member_path').notNull().default(''),
    /** How the text was read: `ExtractionSettings` as JSON. */
    extraction: words('extraction').notNull().default('{}'),
    /** The program that read it, with its version. */
    extractedBy: words('extracted_by').notNull().default(''),
    /** What only documents of its sort say of themselves: `DocumentDetails` as JSON; empty for nothing. */
    details: words('details').notNull().default(''),
    /** The `Message-ID` of a message; empty for what is none. */
    messageId: words('message_id').notNull().default(''),
    /** Blob that says where the text stands in the original (`Layout`, JSON, deflated); null where nothing does. */
    layoutSha256: words('layout_sha256'),
    createdAt: createdAt(),
  },
  (table) => [
    index('source_sha256').on(table.sha256),
    index('source_created').on(table.createdAt, table.id),
    index('source_text_sha256').on(table.textSha256),
    index('source_derives_from').on(table.derivesFrom),
    index('source_container')
      .on(table.containerId)
      .where(sql`${table.containerId} IS NOT NULL`),
    index('source_message')
      .on(table.messageId)
      .where(sql`${table.messageId} <> ''`),
    index('source_layout')
      .on(table.layoutSha256)
      .where(sql`${table.layoutSha256} IS NOT NULL`),
  ],
);

/**
 * A text that a source had before it was read again. Passages that could not be carried over still stand in it.
 */
export const textVersion = sqliteTable(
  'text_version',
  {
    id: id(),
    sourceId: words('source_id')
      .notNull()
      .references(() => source.id, { onDelete: 'cascade' }),
    textSha256: words('text_sha256').notNull(),
    textLength: integer('text_length').notNull(),
    pages: integer('pages'),
    encoding: words('encoding'),
    extraction: words('extraction').notNull().default('{}'),
    extractedBy: words('extracted_by').notNull().default(''),
    layoutSha256: words('layout_sha256'),
    /** When another text took its place. */
    createdAt: createdAt(),
  },
  (table) => [
    index('text_version_source').on(table.sourceId),
    index('text_version_text').on(table.textSha256),
    index('text_version_layout').on(table.layoutSha256),
  ],
);

/**
 * An entry of a source's custody log: from whom it was received, to whom it was handed, who examined or copied it; `again`
 * is the same document arriving a second time, with what was said of it then.
 */
export const custody = sqliteTable(
  'custody',
  {
    id: id(),
    sourceId: words('source_id')
      .notNull()
      .references(() => source.id, { onDelete: 'cascade' }),
    act: words('act').$type<CustodyAct>().notNull(),
    /** From whom, or to whom. */
    party: words('party').notNull().default(''),
    /** Who did it. */
    actor: words('actor').notNull().default(''),
    happened: happened.written,
    happenedEarliest: happened.earliest,
    happenedLatest: happened.latest,
    purpose: words('purpose').notNull().default(''),
    note: words('note').notNull().default(''),
    /** Of a document that came again: its file's name and what was set on it (`ProvenanceChanges` as JSON). */
    fileName: words('file_name').notNull().default(''),
    provenance: words('provenance').notNull().default(''),
    createdAt: createdAt(),
  },
  (table) => [index('custody_source').on(table.sourceId)],
);

export const excerpt = sqliteTable(
  'excerpt',
  {
    id: id(),
    sourceId: words('source_id')
      .notNull()
      .references(() => source.id, { onDelete: 'cascade' }),
    textSha256: words('text_sha256').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    quotation: words('quotation').notNull(),
    prefix: words('prefix').notNull().default(''),
    suffix: words('suffix').notNull().default(''),
    /** Stricter or laxer than its source; null: as the source. */
    handling: words('handling').$type<Handling>(),
    createdAt: createdAt(),
  },
  (table) => [index('excerpt_span').on(table.sourceId, table.start, table.end)],
);

export const tag = sqliteTable(
  'tag',
  {
    id: id(),
    name: words('name').notNull(),
    parentId: words('parent_id').references((): AnySQLiteColumn => tag.id, {
      onDelete: 'set null',
    }),
    color: words('color').notNull(),
    description: words('description').notNull().default(''),
    /** When to put the tag on a passage, and when not: inclusion and exclusion criteria of a codebook. */
    inclusion: words('inclusion').notNull().default(''),
    exclusion: words('exclusion').notNull().default(''),
    createdAt: createdAt(),
  },
  (table) => [index('tag_parent').on(table.parentId)],
);

export const excerptTag = sqliteTable(
  'excerpt_tag',
  {
    id: id(),
    excerptId: words('excerpt_id')
      .notNull()
      .references(() => excerpt.id, { onDelete: 'cascade' }),
    tagId: words('tag_id')
      .notNull()
      .references(() => tag.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('excerpt_tag_once').on(table.excerptId, table.tagId),
    index('excerpt_tag_tag').on(table.tagId),
  ],
);

export const entity = sqliteTable(
  'entity',
  {
    id: id(),
    kind: words('kind').$type<EntityKind>().notNull(),
    schema: words('schema').notNull(),
    handling: words('handling').$type<Handling>().notNull(),
    summary: words('summary').notNull().default(''),
    createdAt: createdAt(),
  },
  (table) => [index('entity_kind').on(table.kind)],
);

export const name = sqliteTable(
  'name',
  {
    id: id(),
    entityId: words('entity_id')
      .notNull()
      .references(() => entity.id, { onDelete: 'cascade' }),
    kind: words('kind').$type<NameKind>().notNull(),
    value: words('value').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('name_entity').on(table.entityId, table.kind),
    index('name_value').on(table.value),
  ],
);

export const attribute = sqliteTable(
  'attribute',
  {
    id: id(),
    entityId: words('entity_id')
      .notNull()
      .references(() => entity.id, { onDelete: 'cascade' }),
    property: words('property').notNull(),
    value: words('value').notNull(),
    ...validity,
    createdAt: createdAt(),
  },
  (table) => [index('attribute_entity').on(table.entityId, table.property)],
);

export const link = sqliteTable(
  'link',
  {
    id: id(),
    fromId: words('from_id')
      .notNull()
      .references(() => entity.id, { onDelete: 'cascade' }),
    toId: words('to_id')
      .notNull()
      .references(() => entity.id, { onDelete: 'cascade' }),
    type: words('type').notNull(),
    role: words('role').notNull().default(''),
    ...validity,
    createdAt: createdAt(),
  },
  (table) => [index('link_from').on(table.fromId), index('link_to').on(table.toId)],
);

export const evidence = sqliteTable(
  'evidence',
  {
    id: id(),
    excerptId: words('excerpt_id')
      .notNull()
      .references(() => excerpt.id, { onDelete: 'cascade' }),
    nameId: words('name_id').references(() => name.id, { onDelete: 'cascade' }),
    attributeId: words('attribute_id').references(() => attribute.id, { onDelete: 'cascade' }),
    linkId: words('link_id').references(() => link.id, { onDelete: 'cascade' }),
    stance: words('stance').$type<Stance>().notNull(),
    credibility: words('credibility').$type<Credibility>().notNull().default('6'),
    createdAt: createdAt(),
  },
  (table) => [
    index('evidence_excerpt').on(table.excerptId),
    uniqueIndex('evidence_name').on(table.nameId, table.excerptId),
    uniqueIndex('evidence_attribute').on(table.attributeId, table.excerptId),
    uniqueIndex('evidence_link').on(table.linkId, table.excerptId),
    check(
      'evidence_for_one_fact',
      sql`(${table.nameId} IS NOT NULL) + (${table.attributeId} IS NOT NULL) + (${table.linkId} IS NOT NULL) = 1`,
    ),
  ],
);

export const mention = sqliteTable(
  'mention',
  {
    id: id(),
    sourceId: words('source_id')
      .notNull()
      .references(() => source.id, { onDelete: 'cascade' }),
    textSha256: words('text_sha256').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    quotation: words('quotation').notNull(),
    excerptId: words('excerpt_id').references(() => excerpt.id, { onDelete: 'cascade' }),
    entityId: words('entity_id')
      .notNull()
      .references(() => entity.id, { onDelete: 'cascade' }),
    verdict: words('verdict').$type<Verdict>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('mention_span').on(table.sourceId, table.start),
    index('mention_entity').on(table.entityId),
    index('mention_excerpt').on(table.excerptId),
  ],
);

/**
 * A suggestion that a person turned down: of one passage, or, without a source, of the name wherever it stands.
 * `form` is the folded text (`foldName`), `kind` what was suggested.
 */
export const rejection = sqliteTable(
  'rejection',
  {
    id: id(),
    sourceId: words('source_id').references(() => source.id, { onDelete: 'cascade' }),
    textSha256: words('text_sha256'),
    start: integer('start'),
    end: integer('end'),
    quotation: words('quotation').notNull(),
    form: words('form').notNull(),
    kind: words('kind').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('rejection_span').on(table.sourceId, table.start),
    index('rejection_form').on(table.form),
    check(
      'rejection_of_passage_or_name',
      sql`(${table.sourceId} IS NULL) = (${table.start} IS NULL) AND (${table.start} IS NULL) = (${table.end} IS NULL) AND (${table.sourceId} IS NULL) = (${table.textSha256} IS NULL)`,
    ),
  ],
);

/**
 * A judgement of two entities: whether they are the same. A pair is judged once, whichever way round, so the smaller id
 * comes first; judging it again changes the row, and the journal keeps what it was.
 */
export const resolution = sqliteTable(
  'resolution',
  {
    id: id(),
    firstId: words('first_id')
      .notNull()
      .references(() => entity.id, { onDelete: 'cascade' }),
    secondId: words('second_id')
      .notNull()
      .references(() => entity.id, { onDelete: 'cascade' }),
    judgement: words('judgement').$type<Judgement>().notNull(),
    reason: words('reason').notNull().default(''),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('resolution_pair').on(table.firstId, table.secondId),
    index('resolution_second').on(table.secondId),
    check('resolution_in_order', sql`${table.firstId} < ${table.secondId}`),
  ],
);

/**
 * What an analyst makes of a point in dispute about an entity: the fact that is preferred to its rivals, and why. The
 * rivals stay. A name stands against the other names, an attribute against those of the same property, a link against
 * what contradicts it.
 */
export const assessment = sqliteTable(
  'assessment',
  {
    id: id(),
    entityId: words('entity_id')
      .notNull()
      .references(() => entity.id, { onDelete: 'cascade' }),
    nameId: words('name_id').references(() => name.id, { onDelete: 'cascade' }),
    attributeId: words('attribute_id').references(() => attribute.id, { onDelete: 'cascade' }),
    linkId: words('link_id').references(() => link.id, { onDelete: 'cascade' }),
    body: words('body').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('assessment_entity').on(table.entityId),
    index('assessment_name').on(table.nameId),
    index('assessment_attribute').on(table.attributeId),
    index('assessment_link').on(table.linkId),
    check(
      'assessment_of_one_fact',
      sql`(${table.nameId} IS NOT NULL) + (${table.attributeId} IS NOT NULL) + (${table.linkId} IS NOT NULL) = 1`,
    ),
  ],
);

export const note = sqliteTable(
  'note',
  {
    id: id(),
    subjectTable: words('subject_table')
      .$type<'case' | 'source' | 'excerpt' | 'entity' | 'link'>()
      .notNull(),
    subjectId: words('subject_id').notNull(),
    body: words('body').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('note_subject').on(table.subjectTable, table.subjectId)],
);

/**
 * What an analyst concludes, of an entity or, without one, of the case: Markdown with citations. How likely it is and how
 * sure the analyst is of that are two things (ICD 203), and null where nothing was said.
 */
export const finding = sqliteTable(
  'finding',
  {
    id: id(),
    entityId: words('entity_id').references(() => entity.id, { onDelete: 'cascade' }),
    body: words('body').notNull(),
    likelihood: words('likelihood').$type<Likelihood>(),
    confidence: words('confidence').$type<Confidence>(),
    /** Place in the order of its fellows; equal ones go by id. */
    ordinal: integer('ordinal').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('finding_entity').on(table.entityId)],
);

/** A picture of an entity: its bytes are a blob, its size is in pixels. */
export const photo = sqliteTable(
  'photo',
  {
    id: id(),
    entityId: words('entity_id')
      .notNull()
      .references(() => entity.id, { onDelete: 'cascade' }),
    /** The source that it is out of, where the case has it. */
    sourceId: words('source_id').references(() => source.id, { onDelete: 'set null' }),
    sha256: words('sha256').notNull(),
    byteSize: integer('byte_size').notNull(),
    mediaType: words('media_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    fileName: words('file_name').notNull().default(''),
    caption: words('caption').notNull().default(''),
    /** Who made it, or whose it is. */
    credit: words('credit').notNull().default(''),
    /** Null: that of the entity. */
    handling: words('handling').$type<Handling>(),
    ordinal: integer('ordinal').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('photo_entity').on(table.entityId),
    index('photo_source').on(table.sourceId),
    index('photo_sha256').on(table.sha256),
  ],
);

/**
 * What left the case, and for whom: a custody record. The vector is how much of each replica's work went, as JSON, so that
 * the next package can be what came since. `selection` says, as JSON, how what went was chosen; `counts` what it held.
 */
export const handover = sqliteTable(
  'handover',
  {
    id: id(),
    format: words('format').notNull(),
    scope: words('scope').notNull(),
    recipient: words('recipient').notNull().default(''),
    /** Fingerprint of the recipient's installation; empty when it is not known. */
    recipientKey: words('recipient_key').notNull().default(''),
    purpose: words('purpose').notNull().default(''),
    handling: words('handling').$type<Handling>().notNull(),
    selection: words('selection').notNull().default('{}'),
    vector: words('vector').notNull().default('{}'),
    counts: words('counts').notNull().default('{}'),
    fileName: words('file_name').notNull(),
    sha256: words('sha256').notNull(),
    byteSize: integer('byte_size').notNull(),
    /** 1 or 0, and so is `encrypted`. */
    signed: integer('signed').notNull(),
    encrypted: integer('encrypted').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('handover_recipient').on(table.recipientKey)],
);

/**
 * What a person made of a conflict: values that were written without knowing of each other. `over` names the change sets,
 * by their hashes as a JSON array, whose values were given up for what stands since; an empty field is the row as a whole.
 */
export const decision = sqliteTable(
  'decision',
  {
    id: id(),
    subjectTable: words('subject_table').notNull(),
    subjectId: words('subject_id').notNull(),
    field: words('field').notNull(),
    choice: words('choice').$type<ConflictChoice>().notNull(),
    over: words('over').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('decision_subject').on(table.subjectTable, table.subjectId)],
);

/** Options or a query kept under a name with the case: of a dossier, an export, a combination of tags. `body` is JSON. */
export const preset = sqliteTable(
  'preset',
  {
    id: id(),
    kind: words('kind').notNull(),
    name: words('name').notNull(),
    body: words('body').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('preset_kind').on(table.kind)],
);

/** Original bytes by SHA-256, in chunks, so that a large scan never sits in memory whole. */
export const blob = sqliteTable('blob', {
  sha256: words('sha256').primaryKey(),
  byteSize: integer('byte_size').notNull(),
});

export const blobChunk = sqliteTable(
  'blob_chunk',
  {
    sha256: words('sha256')
      .notNull()
      .references(() => blob.sha256, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    bytes: bytes('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.sha256, table.ordinal] })],
);

/**
 * A blob that is being written, a few chunks at a time: its chunks are there, and it is not in `blob` before it is claimed
 * by what refers to it. What nobody claims is taken away when the file is opened.
 */
export const arrivingBlob = sqliteTable('arriving_blob', {
  sha256: words('sha256').primaryKey(),
  /** Null until all its chunks are there, and are what their hash says. */
  byteSize: integer('byte_size'),
});

/** Extracted text by the SHA-256 of its UTF-8 form. Its words are its segments, in order, end to end. */
export const extractedText = sqliteTable('extracted_text', {
  sha256: words('sha256').primaryKey(),
  length: integer('length').notNull(),
});

/** A paragraph, heading or part of one: what the full-text index holds and a citation names. */
export const segment = sqliteTable(
  'segment',
  {
    id: integer('id').primaryKey(),
    textSha256: words('text_sha256')
      .notNull()
      .references(() => extractedText.sha256, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    start: integer('start').notNull(),
    kind: words('kind').notNull(),
    page: integer('page'),
    content: words('content').notNull(),
  },
  (table) => [
    uniqueIndex('segment_ordinal').on(table.textSha256, table.ordinal),
    index('segment_start').on(table.textSha256, table.start),
  ],
);

/** One gesture of one person: the unit of undo, history and exchange. */
export const changeSet = sqliteTable(
  'change_set',
  {
    id: integer('id').primaryKey(),
    replica: words('replica').notNull(),
    sequence: integer('sequence').notNull(),
    clock: words('clock').notNull(),
    actor: words('actor').notNull(),
    label: words('label').notNull(),
    /** Hash of the change set that this one takes back, or, if that one took back another, does again. */
    undoes: words('undoes'),
    previousHash: words('previous_hash').notNull(),
    hash: words('hash').notNull(),
  },
  (table) => [uniqueIndex('change_set_sequence').on(table.replica, table.sequence)],
);

/** What a gesture did to one row: `fields` is JSON, `{"field": [old, new], ...}`. */
export const change = sqliteTable(
  'change',
  {
    id: integer('id').primaryKey(),
    changeSetId: integer('change_set_id')
      .notNull()
      .references(() => changeSet.id),
    tableName: words('table_name').notNull(),
    rowId: words('row_id').notNull(),
    operation: words('operation').$type<'insert' | 'update' | 'delete'>().notNull(),
    fields: words('fields').notNull(),
  },
  (table) => [
    index('change_in_set').on(table.changeSetId),
    index('change_row').on(table.tableName, table.rowId),
  ],
);

/**
 * Texts and originals of sources that were handed over without them, by SHA-256: this file knows of them and does not
 * have them. They leave this table when they come.
 */
export const withheld = sqliteTable('withheld', {
  sha256: words('sha256').primaryKey(),
});

/**
 * Rows that were left out of a merge: in this file, the change sets `first` to `last` of a replica say nothing of the
 * row. A matter of this file alone: the journal has them, and hands them on.
 */
export const leftOut = sqliteTable(
  'left_out',
  {
    tableName: words('table_name').notNull(),
    rowId: words('row_id').notNull(),
    replica: words('replica').notNull(),
    first: integer('first').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tableName, table.rowId, table.replica, table.first] })],
);

/**
 * An import that was begun in this file: what is to be read and how, so that it goes on after a crash. `request` is JSON.
 * A matter of this file alone, and gone when the import has ended.
 */
export const importBatch = sqliteTable('import_batch', {
  id: words('id').primaryKey(),
  request: words('request').notNull(),
  createdAt: createdAt(),
});

/** A file of such an import and what became of it; `error` is JSON. */
export const importItem = sqliteTable(
  'import_item',
  {
    batchId: words('batch_id')
      .notNull()
      .references(() => importBatch.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    path: words('path').notNull(),
    byteSize: integer('byte_size'),
    outcome: words('outcome').notNull(),
    sourceId: words('source_id'),
    error: words('error').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.ordinal] })],
);

/** What this one file is, as opposed to the case in it: its replica, the hash of its derived objects. */
export const local = sqliteTable('local', {
  key: words('key').primaryKey(),
  value: words('value').notNull(),
});

/** The journaled tables, parents before children. */
export const journaled = {
  caseFile,
  source,
  textVersion,
  custody,
  tag,
  entity,
  excerpt,
  excerptTag,
  name,
  attribute,
  link,
  evidence,
  mention,
  rejection,
  resolution,
  assessment,
  note,
  finding,
  photo,
  handover,
  decision,
  preset,
} as const;
export type JournaledName = keyof typeof journaled;
