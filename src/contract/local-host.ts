import { oc } from '@orpc/contract';
import type { ContractRouterClient } from '@orpc/contract';
import { z } from 'zod';
import { Path } from './common.ts';
import { contract } from './contract.ts';
import { CaseErrorData } from './error.ts';

const base = oc.errors({ CASE_ERROR: { status: 400, data: CaseErrorData } });

/** What the local host was started with. */
export const Launch = z.object({
  file: z.string().nullable().describe('case file to open first'),
  root: z.string().describe('the folder choosers are confined to'),
  platform: z.string().describe('of the computer the host runs on, as Node names it'),
  uploadLimit: z.int().describe('bytes one uploaded file may have'),
});
export type Launch = z.infer<typeof Launch>;

/** One thing in a folder, as a chooser shows it. */
export const FolderEntry = z.object({
  name: z.string(),
  path: z.string(),
  kind: z.enum(['folder', 'file']),
  size: z.int().describe('bytes; 0 for a folder'),
  modifiedAt: z.string().describe('ISO 8601, UTC'),
});
export type FolderEntry = z.infer<typeof FolderEntry>;

/** A folder opened: the way down to it from the root, and what lies in it, folders first, hidden things left out. */
export const FolderListing = z.object({
  path: z.string(),
  parents: z
    .array(z.object({ name: z.string(), path: z.string() }))
    .describe('from the root down to the folder itself, both included'),
  entries: z.array(FolderEntry),
  truncated: z.boolean().describe('there is more than is listed'),
});
export type FolderListing = z.infer<typeof FolderListing>;

/** A name of a file or folder, not a path. */
const EntryName = z.string().trim().min(1).max(255);

/** What the page asks of the local host itself, beside the engine's contract and over the same connection. */
export const localHostContract = {
  launch: base.output(Launch),
  folders: {
    /** Null asks for the root. */
    list: base.input(z.object({ path: Path.nullable().default(null) })).output(FolderListing),
    create: base.input(z.object({ parent: Path, name: EntryName })).output(FolderEntry),
    /** A new file's path in a folder, and whether something has that name already. */
    place: base
      .input(z.object({ parent: Path, name: EntryName }))
      .output(z.object({ path: z.string(), exists: z.boolean() })),
  },
  download: {
    /** An address under which one file can be fetched, once, for a minute. */
    ticket: base.input(z.object({ path: Path })).output(z.object({ url: z.string() })),
  },
};

/** All that the local host serves over its WebSocket. */
export const hostContract = { ...contract, localHost: localHostContract };

export type LocalHostClient = ContractRouterClient<typeof localHostContract>;
export type HostClient = ContractRouterClient<typeof hostContract>;
