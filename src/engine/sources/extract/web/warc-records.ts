import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CaseError } from '#contract/error.ts';
import { readHeaders, type MimeHeaders } from '../mail/mime-headers.ts';
import { ChunkReader } from './chunk-reader.ts';
import { withinLimit } from './inflating.ts';

/** Bytes of the header of a record; none is nearly as long. */
const HEADER_BYTES = 64 * 1024;

/** Bytes unpacked at a time. */
const PIECE = 256 * 1024;

/** How far a packed archive may go apart, see `unpacked`. */
export interface UnpackingLimits {
  /** Bytes of the archive, unpacked. */
  readonly unpackedBytes: number;
  /** How many times its packed size it may have. */
  readonly ratio: number;
}

/** Below this many bytes unpacked no ratio is too high: what is small is no bomb. */
const HARMLESS = 16 * 1024 * 1024;

/** A record of a web archive (WARC 1.1, ISO 28500:2017). */
export interface WarcRecord {
  /** From 0 in its archive. */
  readonly index: number;
  readonly headers: MimeHeaders;
  /** Lower case: `response`, `revisit`, `resource`, `warcinfo`. */
  readonly type: string;
  /** Bytes of its block. */
  readonly length: number;
  /** As much of the beginning of its block as was asked for. */
  readonly block: Uint8Array;
}

/**
 * Reads the records of an archive one after another, holding no more of one than is asked for.
 *
 * @param chunks the bytes of the archive, unpacked
 * @param wanted how many bytes of a record's block to give
 * @throws CaseError `source.truncated` where a record breaks off or none begins; those before it were given
 */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  wanted: (record: Omit<WarcRecord, 'block'>) => number,
): AsyncGenerator<WarcRecord> {
  const reader = new ChunkReader(chunks);
  try {
    for (let index = 0; ; index += 1) {
      const head = await reader.through(/^\s*WARC\/[^]*?\r?\n\r?\n/, HEADER_BYTES);
      if (head === null) {
        // Records end in empty lines; some programs fill the last block of an archive.
        if ((await reader.rest(HEADER_BYTES)).every((byte) => byte <= 0x20)) {
          return;
        }
        throw new CaseError('source.truncated');
      }
      const headers = warcHeaders(head);
      const length = Number(headers.raw('Content-Length') ?? 'none');
      if (!Number.isSafeInteger(length) || length < 0) {
        throw new CaseError('source.truncated');
      }
      const type = (headers.raw('WARC-Type') ?? '').toLowerCase();
      const record = { index, headers, type, length };
      const block = await reader.take(Math.min(length, wanted(record)));
      const skipped = await reader.skip(length - block.length);
      if (skipped < length - block.length) {
        throw new CaseError('source.truncated');
      }
      yield { ...record, block };
    }
  } finally {
    await reader.close();
  }
}

/**
 * The bytes of an archive, unpacked if they are packed: each record by itself, as WARC 1.1 (annex D) has it, or all at once.
 *
 * @param chunks of the archive as it is
 * @throws CaseError `source.tooLarge` {size, limit} for one that goes too far apart, `source.truncated` for one that breaks off
 */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  limits: UnpackingLimits,
): AsyncGenerator<Uint8Array> {
  const reader = new ChunkReader(chunks);
  const [first, second] = await reader.peek(2);
  if (first !== 0x1f || second !== 0x8b) {
    yield* reader.chunks();
    return;
  }
  let packed = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of reader.chunks()) {
      packed += chunk.length;
      yield chunk;
    }
  }
  const input = Readable.from(counted(), { objectMode: false });
  const output = input.pipe(createGunzip({ chunkSize: PIECE }));
  input.on('error', (error) => output.destroy(error));
  try {
    yield* withinLimit(output, () =>
      Math.min(limits.unpackedBytes, Math.max(HARMLESS, packed * limits.ratio)),
    );
  } finally {
    input.destroy();
  }
}

function warcHeaders(head: Uint8Array): MimeHeaders {
  const line = head.indexOf(0x0a, head.indexOf(0x57)) + 1;
  return readHeaders(head.subarray(line)).headers;
}
