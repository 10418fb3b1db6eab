import { z } from 'zod';
import { CaseErrorData } from './error.ts';
import { Id } from './common.ts';

/** What became of one file of an import, or of one dossier of a run. */
export const ImportItem = z.object({
  name: z.string(),
  path: z.string().describe('of a dossier that was not made, the id of its subject'),
  outcome: z.enum(['waiting', 'imported', 'made', 'duplicate', 'failed', 'cancelled']),
  source: Id.nullable(),
  parts: z.int().describe('sources that were in it and were taken in with it'),
  error: CaseErrorData.nullable(),
  warnings: z.array(z.string()),
});
export type ImportItem = z.infer<typeof ImportItem>;

/** How far one file of a job is. */
export const ItemProgress = z.object({
  name: z.string(),
  path: z.string(),
  done: z.int(),
  total: z.int().describe('0: not known'),
  unit: z.enum(['bytes', 'pages', 'documents']),
});
export type ItemProgress = z.infer<typeof ItemProgress>;

/** A long piece of work as its watchers see it. It outlives the window that started it. */
export const Job = z.object({
  id: Id,
  kind: z.enum(['import', 'readAgain', 'dossiers']),
  handle: z.string(),
  state: z.enum(['running', 'paused', 'done', 'cancelled', 'failed']),
  done: z.int(),
  total: z.int(),
  failed: z.int(),
  duplicates: z.int(),
  current: z.string().nullable().describe('name of the file at hand'),
  underWay: z.array(ItemProgress).describe('the files at hand, at most a few'),
  bytes: z
    .object({ done: z.int(), total: z.int() })
    .nullable()
    .describe('of the files; null where they are not counted'),
  left: z.int().nullable().describe('milliseconds it will still take, by what it took so far'),
  items: z
    .array(ImportItem)
    .describe('those whose outcome is new since the last event of this watch'),
  error: CaseErrorData.nullable(),
});
export type Job = z.infer<typeof Job>;
