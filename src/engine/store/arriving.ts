import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { CaseError } from '#contract/error.ts';
import { blobChunkSize, fileFailure, writeBlobChunk } from './blob.ts';
import type { CaseStore } from './case-store.ts';

/*
 * A large blob is written ahead of the gesture that refers to it, a few chunks at a time, so that the case can be used
 * in between. Its chunks are no part of the case before `beginBlob` claims them: until then there is no row of `blob`,
 * which is where everyone looks. What is never claimed is taken away, after a crash when the file is opened again.
 */

/** Chunks that are written at a time, each time on the disk before others come in between. */
const slice = 4;

/** The bytes of a blob: a file that holds them, or themselves. */
export type BlobContent = { readonly path: string } | { readonly bytes: Uint8Array };

/**
 * Writes a blob ahead of what will refer to it, unless the case has it or somebody writes it just now. Other work may use
 * the case meanwhile. What is not claimed after all must be let go of by `dropArriving`.
 *
 * @param sha256 of the bytes as they were when they were read, in hexadecimal
 * @returns whether it was written
 * @throws CaseError `file.notFound`, `file.notReadable`, `source.failed` when the file has changed since, `job.cancelled`,
 *   `file.diskFull` and its like; nothing of it is left then
 */
export async function writeBlobAhead(
  store: CaseStore,
  sha256: string,
  content: BlobContent,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<boolean> {
  const isThere = store.one('SELECT 1 FROM blob WHERE sha256 = ?', sha256) !== undefined;
  if (isThere || !begin(store, sha256)) return false;
  try {
    const hash = createHash('sha256');
    let ordinal = 0;
    let byteSize = 0;
    for await (const chunks of slicesOf(content)) {
      if (signal.aborted) throw new CaseError('job.cancelled', { path: nameOf(content) });
      for (const chunk of chunks) hash.update(chunk);
      if (!writeSlice(store, sha256, ordinal, chunks)) return false;
      ordinal += chunks.length;
      byteSize += chunks.reduce((sum, chunk) => sum + chunk.length, 0);
      await setImmediate();
    }
    if (hash.digest('hex') !== sha256) {
      throw new CaseError('source.failed', { path: nameOf(content), reason: 'changed' });
    }
    return end(store, sha256, byteSize);
  } catch (error) {
    await dropArriving(store, sha256);
    throw error;
  }
}

/**
 * Takes away what was written of a blob that nobody has claimed, a few chunks at a time. Where the case file is in trouble,
 * that is left to its next opening.
 */
export async function dropArriving(store: CaseStore, sha256: string): Promise<void> {
  try {
    for (;;) {
      const left = store.ahead((writer) => {
        if (writer.one('SELECT 1 FROM arriving_blob WHERE sha256 = ?', sha256) === undefined) {
          return false;
        }
        writer.run('UPDATE arriving_blob SET byte_size = NULL WHERE sha256 = ?', sha256);
        const { changes } = writer.run(
          `DELETE FROM blob_chunk WHERE sha256 = @sha256 AND ordinal IN
             (SELECT ordinal FROM blob_chunk WHERE sha256 = @sha256 ORDER BY ordinal DESC LIMIT @slice)`,
          { sha256, slice },
        );
        if (changes === 0) writer.run('DELETE FROM arriving_blob WHERE sha256 = ?', sha256);
        return changes > 0;
      });
      if (!left) return;
      await setImmediate();
    }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
  }
}

/** Takes away what a program that came to a sudden end had written of blobs; nobody else may be writing any. */
export function clearArriving(db: Database.Database): void {
  const known = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'arriving_blob'`).get();
  if (known === undefined || db.prepare('SELECT 1 FROM arriving_blob').get() === undefined) return;
  db.transaction(() => {
    db.exec(`DELETE FROM blob_chunk WHERE sha256 IN (SELECT sha256 FROM arriving_blob)
        AND sha256 NOT IN (SELECT sha256 FROM blob);
      DELETE FROM arriving_blob`);
  }).immediate();
}

function begin(store: CaseStore, sha256: string): boolean {
  return store.ahead(
    (writer) =>
      writer.run('INSERT OR IGNORE INTO arriving_blob (sha256) VALUES (?)', sha256).changes > 0,
  );
}

/** @returns false when somebody who could not wait has written the blob meanwhile */
function writeSlice(
  store: CaseStore,
  sha256: string,
  first: number,
  chunks: readonly Uint8Array[],
): boolean {
  return store.ahead((writer) => {
    const mine = 'SELECT 1 FROM arriving_blob WHERE sha256 = ? AND byte_size IS NULL';
    if (writer.one(mine, sha256) === undefined) return false;
    for (const [at, chunk] of chunks.entries()) writeBlobChunk(writer, sha256, first + at, chunk);
    return true;
  });
}

function end(store: CaseStore, sha256: string, byteSize: number): boolean {
  const sql = 'UPDATE arriving_blob SET byte_size = ? WHERE sha256 = ?';
  return store.ahead((writer) => writer.run(sql, byteSize, sha256).changes > 0);
}

/** The bytes by chunks, each of `blobChunkSize` but the last, some at a time. What was given before is overwritten. */
async function* slicesOf(content: BlobContent): AsyncGenerator<Uint8Array[], void, undefined> {
  if ('bytes' in content) {
    const { bytes } = content;
    const most = slice * blobChunkSize;
    for (let at = 0; at < bytes.length; at += most) yield chunksOf(bytes.subarray(at, at + most));
    return;
  }
  const { path } = content;
  const buffer = Buffer.allocUnsafeSlow(slice * blobChunkSize);
  const reading = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw fileFailure(error, path);
    }
  };
  const file = await reading(() => open(path, 'r'));
  try {
    for (let position = 0; ;) {
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await reading(() =>
          file.read(buffer, filled, buffer.length - filled, position + filled),
        );
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled > 0) yield chunksOf(buffer.subarray(0, filled));
      if (filled < buffer.length) return;
      position += filled;
    }
  } finally {
    await file.close();
  }
}

function chunksOf(bytes: Uint8Array): Uint8Array[] {
  const count = Math.ceil(bytes.length / blobChunkSize);
  return Array.from({ length: count }, (_, at) =>
    bytes.subarray(at * blobChunkSize, (at + 1) * blobChunkSize),
  );
}

function nameOf(content: BlobContent): string {
  return 'path' in content ? content.path : '';
}
