import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { readHeaders, type MimeHeaders } from '../mail/mime-headers.ts';
import { readParameters } from '../mail/mime-parameters.ts';

/** An answer of a web server as an archive keeps it (RFC 9112). */
export interface HttpResponse {
  readonly status: number;
  readonly headers: MimeHeaders;
  /** As it was sent; empty where only the header was given. */
  readonly body: Uint8Array;
}

/** @returns null for what is no answer of a web server */
export function readHttpResponse(block: Uint8Array): HttpResponse | null {
  const newline = block.indexOf(0x0a);
  const line = Buffer.from(block.subarray(0, Math.min(newline + 1, 200))).toString('latin1');
  const status = /^HTTP\/[\d.]+ +(\d{3})\b/.exec(line)?.[1];
  if (status === undefined) {
    return null;
  }
  const rest = block.subarray(newline + 1);
  const { headers, bodyAt } = readHeaders(rest);
  return { status: Number(status), headers, body: rest.subarray(bodyAt) };
}

/** What an answer says it is, lower case and without its parameters; '' where it does not say. */
export function mediaTypeOf(headers: MimeHeaders): string {
  return readParameters(headers.raw('Content-Type') ?? '').value;
}

/**
 * What was asked for, out of the encodings it was sent in. Programs that keep pages often undo them and leave the header as
 * it was, so what does not look encoded is taken as it is.
 *
 * @param limit bytes, decoded
 * @returns null where it is larger
 */
export function payloadOf({ headers, body }: HttpResponse, limit: number): Uint8Array | null {
  const chunked = /\bchunked\b/i.test(headers.raw('Transfer-Encoding') ?? '');
  let payload = chunked ? withoutChunks(body) : body;
  const codings = (headers.raw('Content-Encoding') ?? '').toLowerCase().split(',').toReversed();
  for (const coding of codings.slice(0, 5)) {
    const decoded = decode(payload, coding.trim(), limit);
    if (decoded === null) {
      return null;
    }
    payload = decoded;
  }
  return payload.length > limit ? null : payload;
}

function decode(bytes: Uint8Array, coding: string, limit: number): Uint8Array | null {
  const options = { maxOutputLength: limit };
  try {
    switch (coding) {
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(bytes, options);
      case 'deflate':
        // By the standard with the header of zlib (RFC 9110, 8.4.1.2); many servers leave it out.
        return (bytes[0] ?? 0) % 16 === 8
          ? inflateSync(bytes, options)
          : inflateRawSync(bytes, options);
      case 'br':
        return brotliDecompressSync(bytes, options);
      case 'zstd':
        return zstdDecompressSync(bytes, options);
      default:
        return bytes;
    }
  } catch (cause) {
    if (cause instanceof RangeError || (cause instanceof Error && 'code' in cause)) {
      const tooLarge = 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
      return tooLarge ? null : bytes;
    }
    throw cause;
  }
}

/** The body without the lengths of its chunks (RFC 9112, 7.1); as it is where there are none. */
function withoutChunks(body: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const newline = body.indexOf(0x0a, at);
    const line = Buffer.from(body.subarray(at, Math.min(newline, at + 100))).toString('latin1');
    const size = /^[ \t]*([0-9a-f]{1,8})[ \t]*(?:;[^\r]*)?\r?$/i.exec(line)?.[1];
    if (newline === -1 || size === undefined) {
      // An answer that broke off keeps the chunks that came.
      return chunks.length === 0 ? body : Buffer.concat(chunks);
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) {
      return Buffer.concat(chunks);
    }
    chunks.push(body.subarray(newline + 1, newline + 1 + length));
    const after = newline + 1 + length;
    at = after + (body[after] === 0x0d ? 2 : 1);
  }
}
