import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync, fsyncSync } from 'node:fs';
import type { SavedFile } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { blobChunkSize, openHere, readBlob, type CaseStore } from '../../store/index.ts';
import { writeFailure } from '../../write-whole.ts';

interface Original {
  title: string;
  sha256: string;
  byteSize: number;
  mediaType: string;
  /** 1 when the case has its bytes, else 0. */
  here: 0 | 1;
}

/**
 * The original of a source, or a stretch of it, byte for byte.
 *
 * @param stretch in bytes, `end` exclusive; what lies outside the original is left away
 * @throws CaseError `record.notFound`, `source.withheld`
 */
export function originalBytes(
  store: CaseStore,
  id: string,
  { start = 0, end }: { start?: number | undefined; end?: number | undefined } = {},
): { bytes: Uint8Array<ArrayBuffer>; mediaType: string } {
  const { sha256, byteSize, mediaType } = originalOf(store, id);
  const until = Math.min(end ?? byteSize, byteSize);
  if (until <= start) return { bytes: new Uint8Array(), mediaType };
  const first = Math.floor(start / blobChunkSize);
  const chunks = store.all<{ bytes: Buffer }>(
    'SELECT bytes FROM blob_chunk WHERE sha256 = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal',
    sha256,
    first,
    Math.floor((until - 1) / blobChunkSize),
  );
  const bytes = new Uint8Array(until - start);
  let at = first * blobChunkSize;
  for (const chunk of chunks) {
    const from = Math.max(start - at, 0);
    bytes.set(chunk.bytes.subarray(from, until - at), at + from - start);
    at += chunk.bytes.length;
  }
  return { bytes, mediaType };
}

/**
 * Writes the original of a source into a file, whole or not at all, and makes sure that it is the one that was read.
 *
 * @throws CaseError `record.notFound`, `source.withheld`, `source.damaged` when the bytes in the case are no longer those;
 *   `file.diskFull`, `file.notFound` (no such folder), `file.notWritable` (a case that is open, too), `file.isFolder`
 */
export function saveOriginal(store: CaseStore, id: string, path: string): SavedFile {
  const { sha256, title } = originalOf(store, id);
  if (openHere(path) !== undefined) throw new CaseError('file.notWritable', { path });
  const draft = `${path}.part`;
  const hash = createHash('sha256');
  let byteSize = 0;
  try {
    const descriptor = openSync(draft, 'w');
    try {
      for (const chunk of readBlob(store, sha256)) {
        hash.update(chunk);
        for (let at = 0; at < chunk.length;) at += writeSync(descriptor, chunk, at);
        byteSize += chunk.length;
      }
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (hash.digest('hex') !== sha256) throw new CaseError('source.damaged', { name: title });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw writeFailure(error, path);
  }
  return { path, byteSize, sha256 };
}

/** @throws CaseError `record.notFound`, `source.withheld` */
function originalOf(store: CaseStore, id: string): Original {
  const original = store.one<Original>(
    `SELECT title, sha256, byte_size AS byteSize, media_type AS mediaType,
       EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = source.sha256) AS here
     FROM source WHERE id = ?`,
    id,
  );
  if (original === undefined) throw new CaseError('record.notFound', { id });
  if (original.here === 0) throw new CaseError('source.withheld', { name: original.title });
  return original;
}
