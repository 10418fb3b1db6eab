import { z } from 'zod';
import { Id, OnCase, pageOf, Paging } from './common.ts';
import { Described, Value } from './history.ts';
import { Actor } from './settings.ts';
import { ConflictChoice } from './vocabulary.ts';

/** A value as somebody wrote it. */
export const WrittenValue = z.object({
  value: Value,
  title: z.string().nullable().describe('the value in words, when it is or holds an id'),
  by: Actor,
  at: z.string().describe('ISO 8601, UTC'),
  changeSet: z.string().describe('hash'),
  evidence: z.array(z.object({ excerpt: Id, quotation: z.string(), source: z.string() })),
});
export type WrittenValue = z.infer<typeof WrittenValue>;

/** A field that several people wrote without knowing of each other, or a record that was deleted and changed at once. */
export const Conflict = z.object({
  id: z.string().max(300).describe('names it as long as it is as it is'),
  record: Described,
  field: z.string().describe('empty: the record as a whole'),
  stands: WrittenValue.describe('the latest; of a record as a whole, its last change'),
  others: z.array(WrittenValue),
  choices: z.array(ConflictChoice),
});
export type Conflict = z.infer<typeof Conflict>;

export const ListConflictsInput = OnCase.extend({
  table: z.string().max(100).optional(),
  by: z.string().max(200).optional(),
  ...Paging.shape,
});
export const ConflictPage = pageOf(Conflict);
export type ConflictPage = z.infer<typeof ConflictPage>;

/** `other` takes the value of the change set named, or the latest of the others. */
export const DecideConflictsInput = OnCase.extend({
  conflicts: z
    .array(z.object({ id: z.string().max(300), other: z.string().max(64).optional() }))
    .min(1)
    .max(10_000),
  choice: ConflictChoice,
});
export const DecideOutcome = z.object({
  decided: z.int(),
  stale: z.int().describe('conflicts that were no longer as they were shown, and were left'),
});
