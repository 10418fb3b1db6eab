import { z } from 'zod';
import { Place } from './annotation.ts';
import { Id, OnCase, OnRecord, Paging, pageOf } from './common.ts';
import { EntityKind, Reliability } from './vocabulary.ts';

/** What a note can be written on. */
export const NoteSubjectTable = z.enum(['case', 'source', 'excerpt', 'entity', 'link']);
export type NoteSubjectTable = z.infer<typeof NoteSubjectTable>;

export const NoteSubject = z.object({ table: NoteSubjectTable, id: Id });
export type NoteSubject = z.infer<typeof NoteSubject>;

/** A passage as a citation shows it. */
export const CitedPassage = z.object({
  id: Id,
  quotation: z.string(),
  source: Id,
  sourceTitle: z.string(),
  sourceLanguage: z.string().describe('BCP 47, or empty when not known'),
  reliability: Reliability,
  place: Place,
});
export type CitedPassage = z.infer<typeof CitedPassage>;

/** A note with what it was written on, in words and with where that is seen. */
export const NoteEntry = z.object({
  id: Id,
  body: z.string().describe('Markdown'),
  createdAt: z.string(),
  subject: NoteSubject.extend({
    title: z
      .string()
      .describe('of the case, source or entity; of a passage its words; of a link one end'),
    other: z.string().describe('of a passage its source, of a link the other end; else empty'),
    type: z.string().describe('of a link; else empty'),
    entity: z.object({ id: Id, kind: EntityKind }).nullable(),
    source: Id.nullable(),
  }),
});
export type NoteEntry = z.infer<typeof NoteEntry>;
export const NoteEntryPage = pageOf(NoteEntry);

/** Latest first; each filter narrows. */
export const ListNotesInput = OnCase.extend({
  ...Paging.shape,
  words: z.string().max(1000).default('').describe('all of which the note must hold'),
  on: NoteSubjectTable.optional().describe('notes on records of this sort'),
  subject: NoteSubject.optional().describe('notes on this one record'),
});

/** How many notes there are on each sort of record. */
export const NoteCounts = z.record(NoteSubjectTable, z.int());
export type NoteCounts = z.infer<typeof NoteCounts>;

export const CitedInput = OnCase.extend({ ids: z.array(Id).max(500) });
/** `id` is the passage's. */
export const CitingInput = OnRecord;

/** Passages to cite: the latest, or those that hold all the words. */
export const CitableInput = OnCase.extend({
  words: z.string().max(1000).default(''),
  limit: z.int().min(1).max(100).default(30),
});
