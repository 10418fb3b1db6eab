import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Manifest } from '../format.ts';
import { readingFailure } from '../failure.ts';

/** What a package was when somebody looked at it. Each alone would do but for a change between the two looks at a file. */
export interface Seen {
  /** SHA-256 of the file. */
  sha256: string;
  /** SHA-256 of the manifest, which names all that is in the package by its SHA-256. */
  manifest: string;
}

/** SHA-256 of a file. @throws CaseError `file.notFound`, `file.notReadable`, `file.isFolder` */
export async function sha256OfFile(path: string, onBytes?: () => void): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stream without an encoding gives buffers
      hash.update(chunk as Buffer);
      onBytes?.();
    }
  } catch (error) {
    throw readingFailure(error, path) ?? error;
  }
  return hash.digest('hex');
}

/** SHA-256 of what a manifest says. */
export function digestOf(manifest: Manifest): string {
  return createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
}
