import { pipeline, type Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { AgeReader } from './age-reader.ts';
import type { FileReader } from './file-reader.ts';

/** What a ZIP is read from: a file, or what is encrypted in it. */
export type Bytes = FileReader | AgeReader;

/** Fills a buffer from a place. Rejects when there is less. */
export async function readInto(bytes: Bytes, buffer: Buffer, at: number): Promise<void> {
  await new Promise<void>((done, fail) => {
    bytes.read(buffer, 0, buffer.length, at, (error) =>
      error instanceof Error ? fail(error) : done(),
    );
  });
}

/** What a stream gives, as bytes. */
export async function* buffersOf(stream: Readable): AsyncGenerator<Buffer, void, undefined> {
  for await (const part of stream) yield Buffer.isBuffer(part) ? part : Buffer.from(String(part));
}

/** What was deflated, when it fills all of the bytes it has. */
export async function* inflated(
  packed: Readable,
  size: number,
): AsyncGenerator<Buffer, void, undefined> {
  const inflating = createInflateRaw();
  // Errors come out at the end of it, too.
  pipeline(packed, inflating, () => undefined);
  try {
    yield* buffersOf(inflating);
    if (inflating.bytesWritten !== size) throw new Error('There is more than what was deflated.');
  } finally {
    packed.destroy();
    inflating.destroy();
  }
}
