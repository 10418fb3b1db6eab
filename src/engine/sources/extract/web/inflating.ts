import type { Readable } from 'node:stream';
import { CaseError } from '#contract/error.ts';

/**
 * What a stream of zlib gives, as long as it is not more than it may be.
 *
 * @param limit bytes, asked for anew with each chunk
 * @throws CaseError `source.tooLarge` {size, limit}, `source.truncated` where what is packed is damaged or breaks off
 */
export async function* withinLimit(
  output: Readable,
  limit: () => number,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of output) {
      if (!(chunk instanceof Uint8Array)) {
        throw new TypeError('zlib gave no bytes');
      }
      size += chunk.length;
      const most = limit();
      if (size > most) {
        throw new CaseError('source.tooLarge', { size, limit: most });
      }
      yield chunk;
    }
  } catch (cause) {
    throw isZlibError(cause) ? new CaseError('source.truncated', {}, cause) : cause;
  } finally {
    output.destroy();
  }
}

function isZlibError(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code.startsWith('Z_');
}
