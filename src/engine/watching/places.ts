import { z } from 'zod';
import { KeptFile } from '../settings/index.ts';

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

const Kept = z.record(z.string(), Place);

/** The watched folders of the cases on this computer, by the cases' ids: a matter of this computer, as paths are. */
export class WatchedPlaces {
  readonly #file: KeptFile;

  constructor(configFolder: string) {
    this.#file = new KeptFile(configFolder, 'watched-folders.json');
  }

  of(caseId: string): Place | null {
    return this.#all()[caseId] ?? null;
  }

  keep(caseId: string, place: Place | null): void {
    const { [caseId]: _, ...others } = this.#all();
    this.#file.write(place === null ? others : { ...others, [caseId]: place });
  }

  #all(): Record<string, Place> {
    const kept = Kept.safeParse(this.#file.read());
    return kept.success ? kept.data : {};
  }
}
