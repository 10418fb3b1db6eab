import { z } from 'zod';
import { CaseErrorData } from '#contract/error.ts';
import { Actor } from '#contract/settings.ts';

const file = { path: z.string(), passphrase: z.string().optional() };

/** Work on a whole case file that a thread is given. `out` is where a new file is made. */
export const Task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('verify'), ...file }),
  z.object({ kind: z.literal('backup'), ...file, out: z.string() }),
  z.object({ kind: z.literal('repair'), ...file, out: z.string(), actor: Actor }),
]);
export type Task = z.infer<typeof Task>;

/** What the thread answers. */
export const Answer = z.object({ error: CaseErrorData.nullable(), result: z.unknown() });
