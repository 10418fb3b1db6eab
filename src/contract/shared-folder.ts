import { z } from 'zod';
import { OnCase, Path } from './common.ts';
import { CaseErrorData } from './error.ts';
import { Actor } from './settings.ts';

/** What the hand-over says as its format when a case began to be shared through a folder: it has no file and no hash. */
export const sharedFolder = 'shared-folder';

/** A folder that laptops of a team share, by whatever program carries it. */
export const SharedFolder = z.object({
  path: z.string().nullable().describe('null: none'),
  encrypted: z.boolean().describe('to the keys of the colleagues that are trusted'),
  state: z.enum(['off', 'absent', 'idle', 'working', 'failed']),
  lastSent: z.string().nullable().describe('ISO 8601, UTC'),
  lastTaken: z.string().nullable(),
  waiting: z
    .array(
      z.object({
        file: z.string(),
        by: Actor.nullable(),
        why: z.enum([
          'unknownKey',
          'incomplete',
          'damaged',
          'otherCase',
          'encrypted',
          'clock',
          'newerVersion',
        ]),
      }),
    )
    .describe('files that were not taken in, and why'),
  left: z
    .object({
      packages: z.int().min(0).describe('of this computer that lie there'),
      others: z
        .int()
        .min(0)
        .describe('copies of the case on other computers that put something there'),
      untaken: z
        .int()
        .min(0)
        .describe('of these, those that are not known to have all that this computer put there'),
    })
    .describe('what would stay behind if sharing ended now'),
  error: CaseErrorData.nullable(),
});
export type SharedFolder = z.infer<typeof SharedFolder>;

export const SetSharedFolderInput = OnCase.extend({
  path: Path.nullable(),
  encrypted: z.boolean().default(true),
  confirmedRed: z.boolean().default(false),
  takeAway: z
    .boolean()
    .default(false)
    .describe('when sharing ends: whether what this computer put there goes, too'),
});
