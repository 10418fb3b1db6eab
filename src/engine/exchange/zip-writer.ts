import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import { writeFailure } from '../write-whole.ts';
import { unlessCancelled } from './failure.ts';

/** One file of a ZIP. Its content is asked for when those before it are written. */
export interface ZipPart {
  name: string;
  compress: boolean;
  content: () => Iterable<Buffer>;
}

/*
 * The earliest time a ZIP can hold, made of local fields because it is local fields that are written: the same bytes
 * in every time zone.
 */
const fixedTime = new Date(1980, 0, 1);
/** A regular file that its owner writes and everyone reads. */
const fixedMode = 0o100644;
/** What each member says of itself besides its contents. `zip-container.ts` knows it to the byte. */
export const containerOptions = { mtime: fixedTime, mode: fixedMode, forceDosTimestamp: true };

/**
 * Writes a ZIP beside its target and puts it in the target's place when it is whole and on the disk.
 *
 * @param encrypt what the ZIP goes through on its way into the file, if anything
 * @returns size in bytes and SHA-256 of the file
 * @throws CaseError `file.diskFull`, `file.notFound` (no such folder), `file.notWritable`, `file.isFolder`,
 *   `job.cancelled`; whatever a part throws
 */
export async function writeZip(
  path: string,
  parts: readonly ZipPart[],
  signal?: AbortSignal,
  encrypt: ((plain: AsyncIterable<Buffer>) => AsyncIterable<Buffer>) | null = null,
): Promise<{ byteSize: number; sha256: string }> {
  unlessCancelled(signal);
  const unfinished = join(dirname(path), `.${basename(path)}.${newId()}.part`);
  const ended = new AbortController();
  let failure: unknown;
  const fail = (error: unknown) => {
    failure ??= error;
    ended.abort();
  };
  const zip = new ZipFile();
  zip.on('error', fail);
  for (const { name, compress, content } of parts) {
    zip.addReadStreamLazy(name, { ...containerOptions, compress }, (give) => {
      const stream = Readable.from(content(), { objectMode: false });
      stream.on('error', fail);
      give(null, stream);
    });
  }
  zip.end();
  const hash = createHash('sha256');
  let byteSize = 0;
  const measuring = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      byteSize += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(
      encrypt === null
        ? zip.outputStream
        : Readable.from(encrypt(buffersOf(zip.outputStream)), { objectMode: false }),
      measuring,
      createWriteStream(unfinished, { flags: 'wx', flush: true }),
      { signal: signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]) },
    );
    renameSync(unfinished, path);
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished, { force: true });
    if (failure !== undefined) throw failure;
    if (signal?.aborted === true) throw new CaseError('job.cancelled', {}, error);
    throw writeFailure(error, path);
  }
  return { byteSize, sha256: hash.digest('hex') };
}

async function* buffersOf(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of stream) yield Buffer.from(chunk);
}
