import { dropArriving, writeBlobAhead, type CaseStore } from '../../store/index.ts';
import type { Extraction } from '../extract/index.ts';
import type { SourceOrigin } from './source-row.ts';

/** An original of so many bytes is written ahead of its record, a few of them at a time. */
const large = 8 * 1024 * 1024;

/**
 * Writes the originals of large documents before their records, so that others can use the case meanwhile: in the gesture
 * that writes the record they would have to wait until all bytes are there.
 */
export class LargeOriginals {
  readonly #store: CaseStore;
  readonly #writing = new Map<string, Promise<boolean>>();

  constructor(store: CaseStore) {
    this.#store = store;
  }

  /**
   * Writes the original of a document that the case does not have, if it is large. Of two that have the same bytes the
   * second waits for the first.
   *
   * @param isKnown whether the case has it, or is about to
   * @returns whether it was written
   * @throws CaseError as `writeBlobAhead` does
   */
  async write(
    { sha256, byteSize }: Extraction,
    content: SourceOrigin['content'],
    isKnown: () => boolean,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (byteSize < large) return false;
    for (let other = this.#writing.get(sha256); other; other = this.#writing.get(sha256)) {
      await other.catch(() => false);
    }
    if (isKnown()) return false;
    const writing = writeBlobAhead(this.#store, sha256, content, signal);
    this.#writing.set(sha256, writing);
    try {
      return await writing;
    } finally {
      this.#writing.delete(sha256);
    }
  }

  /** Takes away what was written of a document that did not go in. */
  async drop({ sha256 }: Extraction): Promise<void> {
    await dropArriving(this.#store, sha256);
  }
}
