import { z } from 'zod';
import { CaseErrorData } from './error.ts';
import { Id } from './common.ts';

/** What became of one file of an import, or of one dossier of a run. */
export const ImportItem = z.object({
  name: z.string(),
  path: z.string().describe('of a dossier that was not made, the id of its subject'),
  outcome: z.enum(['waiting', 'imported', 'made', 'duplicate', 'failed', 'cancelled']),
  source: Id.nullable(),
  error: CaseErrorData.nullable(),
  warnings: z.array(z.string()),
});
export type ImportItem = z.infer<typeof ImportItem>;

/** A long piece of work as its watchers see it. It outlives the window that started it. */
export const Job = z.object({
  id: Id,
  kind: z.enum(['import', 'dossiers']),
  handle: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: z.int(),
  total: z.int(),
  failed: z.int(),
  duplicates: z.int(),
  current: z.string().nullable().describe('name of the file at hand'),
  items: z
    .array(ImportItem)
    .describe('those whose outcome is new since the last event of this watch'),
  error: CaseErrorData.nullable(),
});
export type Job = z.infer<typeof Job>;
