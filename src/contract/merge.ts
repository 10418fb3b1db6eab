import { z } from 'zod';
import { Passphrase } from './case.ts';
import { Id, OnCase, pageOf, Paging, Path } from './common.ts';
import { Described, FieldChange } from './history.ts';
import { PackageInspection } from './package.ts';
import { Actor } from './settings.ts';

/** What would become of a record. */
export const MergeState = z.enum(['new', 'changed', 'removed', 'returned', 'conflict', 'leftOut']);
export type MergeState = z.infer<typeof MergeState>;

export const PreviewMergeInput = OnCase.extend({
  path: Path,
  passphrase: Passphrase.optional(),
  otherCase: z.boolean().default(false).describe('add another case to this one'),
  acceptClock: z.boolean().default(false).describe('although its clock is far ahead'),
});

/** What merging a package would do; nothing is changed. Kept until the case is closed or another is asked for. */
export const MergePreview = z.object({
  id: Id,
  inspection: PackageInspection,
  unseen: z.int().describe('change sets that this file has not seen'),
  seen: z.int(),
  totals: z.array(z.object({ table: z.string(), state: MergeState, count: z.int() })),
  same: z.int().describe('records that it speaks of and that stay as they are'),
  people: z.array(z.object({ by: Actor, changeSets: z.int(), records: z.int() })),
  joined: z
    .int()
    .describe('records that become one with another: a document imported by both, say'),
  alike: z
    .int()
    .nullable()
    .describe(
      'new entities that look like one that is here; null: too many to hold them against each other now',
    ),
});
export type MergePreview = z.infer<typeof MergePreview>;

export const MergeRecordsInput = OnCase.extend({
  preview: Id,
  table: z.string().max(100).optional(),
  state: MergeState.optional(),
  by: z.string().max(200).optional().describe('key of the person, or the name where there is none'),
  text: z.string().max(200).optional().describe('words in it, whatever their case and accents'),
  ...Paging.shape,
});

export const MergeRecord = z.object({
  record: Described,
  state: MergeState,
  fields: z.array(FieldChange),
  conflicts: z
    .array(z.string())
    .describe('fields that people changed without knowing of each other; empty text: all of it'),
  by: z.array(Actor),
  at: z.string().describe('of the latest of its changes, ISO 8601, UTC'),
});
export type MergeRecord = z.infer<typeof MergeRecord>;
export const MergeRecordPage = pageOf(MergeRecord);
export type MergeRecordPage = z.infer<typeof MergeRecordPage>;

export const MergeInput = OnCase.extend({
  preview: Id,
  leaveOut: z
    .object({
      tables: z.array(z.string().max(100)).max(100).default([]),
      records: z
        .array(z.object({ table: z.string().max(100), id: Id }))
        .max(100_000)
        .default([]),
    })
    .default({ tables: [], records: [] }),
});

/** How far a merge has come, and at its end what it did. */
export const MergeProgress = z.object({
  state: z.enum(['waiting', 'backup', 'reading', 'merging', 'done']),
  done: z.int(),
  total: z.int(),
  outcome: z
    .object({
      taken: z.int().describe('change sets'),
      mended: z.int().describe('records that had to be joined or put right'),
      leftOut: z.int(),
      conflicts: z.int().describe('that are open now'),
      alike: z.int().nullable(),
      backup: z.string().nullable().describe('path of the backup made before'),
    })
    .nullable(),
});
export type MergeProgress = z.infer<typeof MergeProgress>;
