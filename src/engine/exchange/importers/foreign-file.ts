import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { ForeignFormat } from '#contract/foreign-import.ts';
import { readingFailure, unlessCancelled } from '../failure.ts';
import { limits, within } from './limits.ts';

/** A file of another program, looked at and hashed. */
export interface ForeignFile {
  path: string;
  fileName: string;
  byteSize: number;
  /** Of all its bytes, hexadecimal. */
  sha256: string;
  format: ForeignFormat;
}

const formatLimit = { ftm: 'lines', csv: 'table', qdc: 'xml', qdpx: 'project' } as const;

/**
 * Tells what a file is: by what was said of it, else by its first bytes, and only where they do not tell by its name.
 *
 * @throws CaseError `foreign.unknownFormat`, `foreign.tooLarge`, `file.notFound`, `file.isFolder`, `file.notReadable`,
 *   `job.cancelled`
 */
export async function openForeign(
  path: string,
  said: ForeignFormat | undefined,
  signal?: AbortSignal,
): Promise<ForeignFile> {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new CaseError('file.isFolder', { path });
    if (!stats.isFile()) throw new CaseError('file.notReadable', { path });
    const format = said ?? (await toldFormat(path));
    within(path, formatLimit[format], stats.size);
    return {
      path,
      fileName: basename(path),
      byteSize: stats.size,
      sha256: await hashOf(path, signal),
      format,
    };
  } catch (error) {
    throw readingFailure(error, path) ?? error;
  }
}

/** All the bytes of a file. @throws CaseError `file.notReadable` and its like, `foreign.changed` when it grew */
export function bytesOf({ path, byteSize }: ForeignFile): Buffer {
  try {
    const bytes = readFileSync(path);
    if (bytes.length !== byteSize) throw new CaseError('foreign.changed', { path });
    return bytes;
  } catch (error) {
    throw readingFailure(error, path) ?? error;
  }
}

async function toldFormat(path: string): Promise<ForeignFormat> {
  const head = Buffer.alloc(4096);
  await using file = await open(path, 'r');
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  const start = textOf(head.subarray(0, bytesRead)).trimStart();
  const extension = extname(path).toLowerCase();
  if (start.startsWith('PK\u0003\u0004')) return 'qdpx';
  if (start.startsWith('<')) return 'qdc';
  if (start.startsWith('{')) return 'ftm';
  if (['.csv', '.tsv', '.tab', '.txt'].includes(extension)) return 'csv';
  throw new CaseError('foreign.unknownFormat', { path });
}

/** The beginning of a file as text, whatever of UTF-8 or UTF-16 it is in. */
function textOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff) {
    return Buffer.from(head.subarray(2, head.length & ~1))
      .swap16()
      .toString('utf16le');
  }
  return head.toString('utf8').replace(/^\uFEFF/, '');
}

async function hashOf(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    unlessCancelled(signal);
    hash.update(Buffer.isBuffer(chunk) ? chunk : String(chunk));
  }
  return hash.digest('hex');
}

/** Text drawn to the length that it may have at most, in UTF-16 code units; whole characters only. */
export function cut(text: string, what: 'name' | 'value' | 'note'): string {
  return text.length <= limits[what] ? text : text.slice(0, limits[what] - 1).toWellFormed();
}
