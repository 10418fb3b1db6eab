import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SavedFile } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { openHere } from './store/index.ts';

/**
 * Writes a file whole or not at all: beside its place first, then put in its place.
 *
 * @throws CaseError `file.diskFull`, `file.notFound` (no such folder), `file.notWritable` (a case that is open, too)
 */
export function writeWhole(path: string, bytes: Uint8Array): SavedFile {
  if (openHere(path) !== undefined) throw new CaseError('file.notWritable', { path });
  const draft = `${path}.part`;
  try {
    writeFileSync(draft, bytes, { flush: true });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw writeFailure(error, path);
  }
  return {
    path,
    byteSize: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** What the file system said when a file could not be written, as a `CaseError`. */
export function writeFailure(error: unknown, path: string): unknown {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new CaseError('file.diskFull', { path }, error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new CaseError('file.notFound', { path: dirname(path) }, error);
  }
  if (code === 'EISDIR') return new CaseError('file.isFolder', { path }, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new CaseError('file.notWritable', { path }, error);
  }
  return error;
}
