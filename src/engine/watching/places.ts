import { z } from 'zod';
import { KeptByCase } from '../settings/index.ts';

/** What this computer keeps of a case's watched folder. */
const Place = z.object({
  path: z.string(),
  /** When it began to be watched, in Unix milliseconds. */
  since: z.number(),
  /**
   * Files that are offered no more: by the SHA-256 of their path, since a file's name can be a word of an encrypted case,
   * how they looked then.
   */
  aside: z.record(z.string(), z.string()),
});
export type Place = z.infer<typeof Place>;

/** The watched folders of the cases on this computer. */
export const watchedPlaces = (configFolder: string) =>
  new KeptByCase(configFolder, 'watched-folders.json', Place);
