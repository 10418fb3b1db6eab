import { z } from 'zod';
import { KeptByCase } from '../../settings/index.ts';

/** What this computer keeps of a case's shared folder. */
const Place = z.object({
  path: z.string(),
  encrypted: z.boolean(),
  /** Whether the person was asked twice about what is TLP:RED. */
  confirmedRed: z.boolean(),
  /** How much of each replica's work was dropped there, by the replica that dropped it. */
  sent: z.record(z.string(), z.record(z.string(), z.int())),
  /** Age keys that what lies there of this computer is encrypted for; none when it is not encrypted. */
  readers: z.array(z.string()).default([]),
  /** The packages that were taken in, by name, with how they looked then. */
  taken: z.record(z.string(), z.string()),
  /** How much of each replica's work those had who dropped what was taken in, by their replicas. */
  theirs: z.record(z.string(), z.record(z.string(), z.int())).default({}),
  lastSent: z.string().nullable(),
  lastTaken: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;

/** The shared folders of the cases on this computer. */
export const sharedPlaces = (configFolder: string) =>
  new KeptByCase(configFolder, 'shared-folders.json', Place);
