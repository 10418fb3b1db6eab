import { z } from 'zod';
import { Id } from '#contract/common.ts';
import { CaseErrorData } from '#contract/error.ts';
import type { MergeState } from '#contract/merge.ts';
import { Actor } from '#contract/settings.ts';
import { Sha256 } from '../format.ts';

const Key = z.object({ table: z.string(), id: Id });

const common = {
  /** Of the case. */
  path: z.string(),
  passphrase: z.string().optional(),
  packagePath: z.string(),
  keys: z.object({ passphrase: z.string().optional(), ageIdentity: z.string().optional() }),
  otherCase: z.boolean(),
  acceptClock: z.boolean(),
  /** One number, which is not 0 once the work is to end. */
  cancelled: z.instanceof(SharedArrayBuffer),
};

/** Work on a package and a case that a thread is given. */
export const Task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preview'), ...common }),
  z.object({
    kind: z.literal('merge'),
    ...common,
    actor: Actor,
    /** As it was looked through; left out where nobody did. */
    seen: z.object({ sha256: Sha256, manifest: Sha256 }).optional(),
    asStep: z.boolean(),
    leaveOut: z.object({ tables: z.array(z.string()), records: z.array(Key) }),
  }),
]);
export type Task = z.infer<typeof Task>;

/** A record that a merge would concern, as it is kept in memory until the preview is no longer wanted. */
export interface KeptRecord {
  table: string;
  id: string;
  state: MergeState;
  /** JSON: what becomes of its fields, `{"field": [old, new], ...}`. */
  fields: string;
  /** Fields that others and somebody here changed without knowing of each other; empty text: all of it. */
  conflicts: string[];
  /** Places in the list of people. */
  by: number[];
  at: string;
}

/** What looking a package through gave. */
export const Looked = z.object({
  seen: z.object({ sha256: Sha256, manifest: Sha256 }),
  unseen: z.int(),
  known: z.int(),
  same: z.int(),
  joined: z.int(),
  /** Null when there were too many new entities to hold them against those that are here. */
  alike: z.int().nullable(),
  /** Texts and originals that the package has and the case lacks. */
  contents: z.int(),
  people: z.array(z.object({ by: Actor, changeSets: z.int(), records: z.int() })),
  // Not looked at one by one: there may be hundreds of thousands, and our own thread made them.
  records: z.custom<KeptRecord[]>((value) => Array.isArray(value)),
});
export type Looked = z.infer<typeof Looked>;

/** What a merge did. */
export const Done = z.object({
  taken: z.int(),
  mended: z.int(),
  leftOut: z.int(),
  contents: z.int(),
});
export type Done = z.infer<typeof Done>;

/** What the thread says: how far it is, and at its end what came of it. */
export const Message = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('step'),
    state: z.enum(['reading', 'merging']),
    done: z.int(),
    total: z.int(),
  }),
  z.object({ kind: z.literal('answer'), error: CaseErrorData.nullable(), result: z.unknown() }),
]);
export type Message = z.infer<typeof Message>;
