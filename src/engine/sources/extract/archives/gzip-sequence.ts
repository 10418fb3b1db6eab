import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CaseError } from '#contract/error.ts';
import type { ByteSource } from '../byte-source.ts';
import type { ExtractionLimits } from '../extraction.ts';
import type { Sequence } from './listing.ts';

/** Bytes that are packed or unpacked at a time. */
const CHUNK = 256 * 1024;
/** Bytes unpacked from which on a gzip is held to the ratio. */
const HARMLESS = 64 * 1024 * 1024;

/**
 * A gzip unpacked as it is read (RFC 1952), one member after another.
 *
 * @param progress is told the packed bytes that were read
 */
export function gzipSequence(
  source: ByteSource,
  limits: ExtractionLimits,
  progress: (done: number) => void,
): Sequence {
  const unpacked = unpack(source, limits, progress);
  let rest: Uint8Array = new Uint8Array();
  let ended = false;
  const more = async (): Promise<boolean> => {
    if (ended) return false;
    const next = await unpacked.next();
    ended = next.done === true;
    rest = next.done === true ? new Uint8Array() : next.value;
    return !ended;
  };
  return {
    async read(length) {
      const parts: Uint8Array[] = [];
      let wanted = length;
      while (wanted > 0 && (rest.byteLength > 0 || (await more()))) {
        const part = rest.subarray(0, wanted);
        parts.push(part);
        rest = rest.subarray(part.byteLength);
        wanted -= part.byteLength;
      }
      return Buffer.concat(parts);
    },
    async skip(length) {
      let wanted = length;
      while (wanted > 0 && (rest.byteLength > 0 || (await more()))) {
        const passed = Math.min(wanted, rest.byteLength);
        rest = rest.subarray(passed);
        wanted -= passed;
      }
      return wanted === 0;
    },
    close() {
      void unpacked.return();
    },
  };
}

/** @throws CaseError `source.bomb`, `source.truncated`, `source.failed` */
async function* unpack(
  source: ByteSource,
  limits: ExtractionLimits,
  progress: (done: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  const packed = function* (): Generator<Uint8Array, void, undefined> {
    while (read < source.byteSize) {
      const chunk = source.at(read, CHUNK);
      if (chunk.byteLength === 0) return;
      read += chunk.byteLength;
      progress(read);
      yield chunk;
    }
  };
  const gunzip = createGunzip({ chunkSize: CHUNK });
  // Errors come out at the end of it, too.
  pipeline(Readable.from(packed(), { objectMode: false }), gunzip, () => undefined);
  let size = 0;
  try {
    for await (const part of gunzip) {
      const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
      size += bytes.length;
      if (size > HARMLESS && size > Math.max(read, 1) * limits.ratio) {
        throw new CaseError('source.bomb', { size });
      }
      if (size > limits.unpackedBytes) {
        throw new CaseError('source.tooLarge', { size, limit: limits.unpackedBytes });
      }
      yield bytes;
    }
  } catch (cause) {
    if (cause instanceof CaseError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw isCutOff(cause)
      ? new CaseError('source.truncated', {}, cause)
      : new CaseError('source.failed', { reason }, cause);
  } finally {
    gunzip.destroy();
  }
}

/** zlib's own word for a stream that breaks off. */
function isCutOff(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'Z_BUF_ERROR';
}
