import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { CaseError } from '#contract/error.ts';
import type { CaseStore } from './case-store.ts';
import type { Writer } from './writer.ts';

/** Bytes in each chunk of a blob but the last. */
export const blobChunkSize = 1024 * 1024;

/** Where a file's chunks pass through, one at a time; a new one for each small document would cost more than it. */
const passage = Buffer.allocUnsafeSlow(blobChunkSize);

/**
 * Begins a blob; its chunks follow by `writeBlobChunk`, each of `blobChunkSize` bytes but the last. One that was written
 * ahead (`arriving.ts`) becomes part of the case by this.
 *
 * @returns false when the case has that blob already, and nothing is to be written
 */
export function beginBlob(writer: Writer, sha256: string, byteSize: number): boolean {
  const arriving = writer.one<{ byteSize: number | null }>(
    'SELECT byte_size AS byteSize FROM arriving_blob WHERE sha256 = ?',
    sha256,
  );
  if (arriving !== undefined) {
    writer.run('DELETE FROM arriving_blob WHERE sha256 = ?', sha256);
    if (arriving.byteSize !== null) {
      writer.run('INSERT INTO blob (sha256, byte_size) VALUES (?, ?)', sha256, arriving.byteSize);
      return false;
    }
    // Who writes it ahead is not done yet, and finds that it need not go on.
    writer.run('DELETE FROM blob_chunk WHERE sha256 = ?', sha256);
  }
  return (
    writer.run('INSERT OR IGNORE INTO blob (sha256, byte_size) VALUES (?, ?)', sha256, byteSize)
      .changes > 0
  );
}

/** Adds one chunk to a blob that was begun. `ordinal` counts from 0. */
export function writeBlobChunk(
  writer: Writer,
  sha256: string,
  ordinal: number,
  bytes: Uint8Array,
): void {
  writer.run(
    'INSERT INTO blob_chunk (sha256, ordinal, bytes) VALUES (?, ?, ?)',
    sha256,
    ordinal,
    bytes,
  );
}

/**
 * Stores a file's bytes, a chunk at a time, unless the case has them already.
 *
 * @param sha256 of the file as it was when it was extracted, in hexadecimal
 * @throws CaseError `file.notFound`, `file.notReadable`, `source.failed` when the file has changed since
 */
export function writeBlobFromFile(writer: Writer, path: string, sha256: string): void {
  if (!beginBlob(writer, sha256, 0)) return;
  const descriptor = fileAct(path, () => openSync(path, 'r'));
  try {
    const hash = createHash('sha256');
    let byteSize = 0;
    for (let ordinal = 0; ; ordinal += 1) {
      const filled = fill(descriptor, path, passage, byteSize);
      if (filled > 0) {
        const chunk = passage.subarray(0, filled);
        hash.update(chunk);
        byteSize += filled;
        writeBlobChunk(writer, sha256, ordinal, chunk);
      }
      if (filled < passage.length) break;
    }
    if (hash.digest('hex') !== sha256) {
      throw new CaseError('source.failed', { path, reason: 'changed' });
    }
    writer.run('UPDATE blob SET byte_size = ? WHERE sha256 = ?', byteSize, sha256);
  } finally {
    closeSync(descriptor);
  }
}

/** Stores bytes that were read whole, unless the case has them already. */
export function writeBlob(writer: Writer, sha256: string, bytes: Uint8Array): void {
  if (!beginBlob(writer, sha256, bytes.length)) return;
  for (let at = 0; at < bytes.length; at += blobChunkSize) {
    const chunk = bytes.subarray(at, at + blobChunkSize);
    writeBlobChunk(writer, sha256, at / blobChunkSize, chunk);
  }
}

/** The blobs of a case by SHA-256, with their size in bytes. */
export function listBlobs(store: CaseStore): { sha256: string; byteSize: number }[] {
  return store.all('SELECT sha256, byte_size AS byteSize FROM blob ORDER BY sha256');
}

/**
 * A blob's bytes, a chunk at a time; other work may use the case between two chunks.
 *
 * @throws CaseError `record.notFound`
 */
export function* readBlob(store: CaseStore, sha256: string): Generator<Buffer, void, undefined> {
  if (store.one('SELECT 1 FROM blob WHERE sha256 = ?', sha256) === undefined) {
    throw new CaseError('record.notFound', { id: sha256 });
  }
  for (let ordinal = 0; ; ordinal += 1) {
    const row = store.one<{ bytes: Buffer }>(
      'SELECT bytes FROM blob_chunk WHERE sha256 = ? AND ordinal = ?',
      sha256,
      ordinal,
    );
    if (row === undefined) return;
    yield row.bytes;
  }
}

/** Fills the buffer from a position of the file. @returns bytes read, fewer than its length only at the end */
function fill(descriptor: number, path: string, bytes: Buffer, position: number): number {
  let filled = 0;
  while (filled < bytes.length) {
    const count = fileAct(path, () =>
      readSync(descriptor, bytes, filled, bytes.length - filled, position + filled),
    );
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

function fileAct<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** Why a document's file cannot be read. */
export function fileFailure(error: unknown, path: string): CaseError {
  const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return new CaseError(gone ? 'file.notFound' : 'file.notReadable', { path }, error);
}
