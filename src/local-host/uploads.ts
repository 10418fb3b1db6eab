import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import { fileError } from './file-errors.ts';

/**
 * Writes a body to a folder of its own in `folder`, under the name it came with as far as that is fit for one, and
 * answers the path. Nothing is left when it fails.
 *
 * @param limit most bytes
 * @throws CaseError `source.tooLarge`, `file.diskFull`, `file.notWritable`
 */
export async function receiveUpload(
  body: Readable,
  name: string,
  folder: string,
  limit: number,
): Promise<string> {
  const own = join(folder, newId());
  const path = join(own, fileNameOf(name));
  try {
    await mkdir(own, { mode: 0o700 });
    await pipeline(
      body,
      (chunks) => atMost(chunks, limit, name),
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
    return path;
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw fileError(error, 'writing', { name });
  }
}

async function* atMost(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  name: string,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) throw new CaseError('source.tooLarge', { name, limit });
    yield chunk;
  }
}

/** Control characters, and what one system or another does not take in a file's name. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unfit = /[\u0000-\u001f\u007f<>:"|?*]/g;

/** The last part of what may be a path of any system, as a plain file name of at most 120 UTF-16 units. */
export function fileNameOf(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const fit = last.replace(unfit, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  if (fit === '') return 'document';
  const dot = fit.lastIndexOf('.');
  const ending = dot > 0 && fit.length - dot <= 12 ? fit.slice(dot) : '';
  return (
    fit.slice(0, fit.length - ending.length).slice(0, 120 - ending.length) + ending
  ).toWellFormed();
}
