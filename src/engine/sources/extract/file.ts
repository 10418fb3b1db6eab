import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { CaseError } from '#contract/error.ts';
import type { ByteSource } from './byte-source.ts';

/** Bytes read and hashed at a time. */
const CHUNK = 4 * 1024 * 1024;

/** A file held open from the moment it was measured to the moment it was read. */
export class OpenFile implements ByteSource, Disposable {
  readonly #descriptor: number;
  readonly #path: string;
  readonly byteSize: number;

  /** @throws CaseError `file.notFound`, `file.notReadable`, `file.isFolder`, `source.empty` (no bytes) */
  constructor(path: string) {
    this.#path = path;
    // Asked before opening: opening a named pipe would wait for its other end for ever.
    checkRegular(
      path,
      fileAct(path, () => statSync(path)),
    );
    this.#descriptor = fileAct(path, () => openSync(path, 'r'));
    const stats = fileAct(path, () => fstatSync(this.#descriptor));
    this.byteSize = stats.size;
    if (stats.size === 0) {
      this[Symbol.dispose]();
      throw new CaseError('source.empty', { path });
    }
  }

  at(position: number, length: number): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.byteSize - position)));
    let filled = 0;
    while (filled < bytes.length) {
      const count = this.#fill(bytes.subarray(filled), position + filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  }

  /** Its SHA-256 in hexadecimal, without holding it. @param progress is told the bytes that were read */
  hash(progress: (done: number) => void): string {
    const hash = createHash('sha256');
    const chunk = new Uint8Array(Math.min(CHUNK, this.byteSize));
    for (let done = 0; done < this.byteSize;) {
      const count = this.#fill(chunk.subarray(0, this.byteSize - done), done);
      if (count === 0) throw new CaseError('source.truncated', { path: this.#path });
      hash.update(chunk.subarray(0, count));
      done += count;
      progress(done);
    }
    return hash.digest('hex');
  }

  /** The whole file as it was measured, and its SHA-256 in hexadecimal. */
  read(): { bytes: Uint8Array; sha256: string } {
    const hash = createHash('sha256');
    const bytes = new Uint8Array(this.byteSize);
    let filled = 0;
    while (filled < bytes.length) {
      const chunk = bytes.subarray(filled, filled + CHUNK);
      const count = this.#fill(chunk, filled);
      if (count === 0) {
        throw new CaseError('source.truncated', { path: this.#path });
      }
      hash.update(chunk.subarray(0, count));
      filled += count;
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }

  #fill(bytes: Uint8Array, position: number): number {
    return fileAct(this.#path, () => readSync(this.#descriptor, bytes, 0, bytes.length, position));
  }
}

function checkRegular(path: string, stats: Stats): void {
  if (stats.isDirectory()) {
    throw new CaseError('file.isFolder', { path });
  }
  if (!stats.isFile()) {
    throw new CaseError('file.notReadable', { path });
  }
}

function fileAct<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new CaseError('file.notFound', { path }, cause);
    }
    if (code === 'EISDIR') {
      throw new CaseError('file.isFolder', { path }, cause);
    }
    throw new CaseError('file.notReadable', { path }, cause);
  }
}
