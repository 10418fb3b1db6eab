import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { CaseStore } from '../../store/index.ts';

/** Bytes of a file that are held while it is looked at. */
const chunk = 256 * 1024;

/**
 * Finds the source of a file's bytes without reading the file as a document, so that a folder that comes again costs
 * little. Only a file as long as some source is looked at.
 */
export class KnownBytes {
  readonly #store: CaseStore;
  #sizes: Set<number> | undefined;

  constructor(store: CaseStore) {
    this.#store = store;
  }

  /** Takes note of a document that is going to be in the case. */
  add(byteSize: number): void {
    this.#sizes?.add(byteSize);
  }

  /** The source that is in the case; none for a file that cannot be read, of which reading it as a document tells why. */
  async find(path: string, signal: AbortSignal): Promise<string | undefined> {
    const stats = await stat(path).catch(() => null);
    if (stats?.isFile() !== true || !this.#known().has(stats.size)) return undefined;
    const sha256 = await hashOf(path, signal).catch(() => null);
    if (sha256 === null) return undefined;
    return this.#store.one<{ id: string }>('SELECT id FROM source WHERE sha256 = ?', sha256)?.id;
  }

  #known(): Set<number> {
    this.#sizes ??= new Set(
      this.#store
        .all<{ size: number }>('SELECT DISTINCT byte_size AS size FROM source')
        .map(({ size }) => size),
    );
    return this.#sizes;
  }
}

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const bytes: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: chunk, signal });
  for await (const some of bytes) hash.update(some);
  return hash.digest('hex');
}
