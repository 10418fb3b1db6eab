import {
  beginBlob,
  beginText,
  blobChunkSize,
  endText,
  writeBlobChunk,
  writeSegment,
  type CaseStore,
  type Writer,
} from '../store/index.ts';
import type { PackageReader } from './package-reader.ts';

/** SHA-256 of the texts and originals of a package that a case does not have. */
export interface Lacking {
  texts: readonly string[];
  blobs: readonly string[];
}

/** What of a package's contents a case lacks. What it has is the same: it goes by its hash. */
export function lackingIn(store: CaseStore, { texts, blobs }: PackageReader): Lacking {
  const without = (table: 'extracted_text' | 'blob', given: readonly string[]) =>
    given.filter(
      (sha256) => store.one(`SELECT 1 FROM ${table} WHERE sha256 = ?`, sha256) === undefined,
    );
  return { texts: without('extracted_text', texts), blobs: without('blob', blobs) };
}

/**
 * Writes texts and originals of a package into a case. A hash is known to hold only at the end, so a failure leaves what
 * came until then: whoever asks does it as a part of a whole, or in a file that is then thrown away.
 *
 * @throws CaseError `package.damaged` {member}, and as `CaseStore.gesture`
 */
export async function takeContents(
  store: CaseStore,
  reader: PackageReader,
  { texts, blobs }: Lacking,
): Promise<void> {
  const batch = new Batch(store);
  for (const sha256 of texts) await takeText(batch, reader, sha256);
  for (const sha256 of blobs) await takeBlob(batch, reader, sha256);
  batch.flush();
}

async function takeText(batch: Batch, reader: PackageReader, sha256: string): Promise<void> {
  let ordinal = 0;
  let length = 0;
  batch.add(100, (writer) => beginText(writer, sha256));
  for await (const segment of reader.text(sha256)) {
    const place = ordinal;
    batch.add(segment.content.length + 100, (writer) =>
      writeSegment(writer, sha256, place, segment),
    );
    ordinal += 1;
    length += segment.content.length;
  }
  batch.add(0, (writer) => endText(writer, sha256, length));
}

async function takeBlob(batch: Batch, reader: PackageReader, sha256: string): Promise<void> {
  batch.add(100, (writer) => beginBlob(writer, sha256, reader.blobSize(sha256)));
  let ordinal = 0;
  for await (const chunk of inChunks(reader.blob(sha256))) {
    const place = ordinal;
    batch.add(chunk.length, (writer) => writeBlobChunk(writer, sha256, place, chunk));
    ordinal += 1;
  }
}

/** Bytes cut as the case file keeps them. */
async function* inChunks(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let chunk = Buffer.alloc(blobChunkSize);
  let filled = 0;
  for await (const part of parts) {
    let taken = 0;
    while (taken < part.length) {
      const count = part.copy(chunk, filled, taken);
      taken += count;
      filled += count;
      if (filled === blobChunkSize) {
        yield chunk;
        chunk = Buffer.alloc(blobChunkSize);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}

/** Bytes, about, that are kept before they are written. */
const batchSize = 8 * 1024 * 1024;

/** Writes, gathered so that a thousand small ones look once whether the file is still there, and wait for it once. */
class Batch {
  readonly #store: CaseStore;
  #work: ((writer: Writer) => void)[] = [];
  #size = 0;

  constructor(store: CaseStore) {
    this.#store = store;
  }

  add(size: number, work: (writer: Writer) => void): void {
    this.#work.push(work);
    this.#size += size;
    if (this.#size >= batchSize) this.flush();
  }

  flush(): void {
    const work = this.#work;
    this.#work = [];
    this.#size = 0;
    if (work.length === 0) return;
    this.#store.replay((writer) => {
      for (const each of work) each(writer);
    });
  }
}
