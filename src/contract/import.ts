import { z } from 'zod';
import { Id, OnCase, Path } from './common.ts';
import { CustodyWords } from './custody.ts';
import { ExtractionSettings } from './extraction.ts';
import { ProvenanceChanges } from './source.ts';

/** Passwords are tried in turn on what is encrypted. They are not kept. */
export const Passwords = z.array(z.string().min(1).max(1024)).max(100);

/** Documents to take in, and how. */
export const ImportRequest = z.object({
  paths: z.array(Path).min(1).max(100_000).describe('of files, and of folders with all in them'),
  provenance: ProvenanceChanges.default({}),
  settings: ExtractionSettings.default({}),
  derivesFrom: Id.nullable().default(null),
  custody: CustodyWords.partial().nullable().default(null),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

export const ImportInput = OnCase.extend({
  ...ImportRequest.shape,
  passwords: Passwords.default([]),
});

/** An import that was begun in this case file and has not ended: the program was closed, or ended by itself. */
export const UnfinishedImport = z.object({
  id: Id,
  begun: z.string().describe('ISO 8601, UTC'),
  total: z.int(),
  done: z.int(),
  first: z.string().describe('name of its first file'),
});
export type UnfinishedImport = z.infer<typeof UnfinishedImport>;

/** A folder that is watched for documents on behalf of a case, on this computer. */
export const WatchedFolder = z.object({
  path: z.string().nullable().describe('null: none'),
  state: z.enum(['off', 'absent', 'watching', 'failed']),
  found: z
    .array(z.object({ path: z.string(), name: z.string(), byteSize: z.int() }))
    .describe('new since it is watched, neither imported nor put aside; the first thousand'),
  count: z.int(),
});
export type WatchedFolder = z.infer<typeof WatchedFolder>;

export const SetWatchedFolderInput = OnCase.extend({ path: Path.nullable() });
export const PutAsideInput = OnCase.extend({ paths: z.array(Path).max(100_000) });
