import { createHash } from 'node:crypto';

const shaped = /^\{?([\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})\}?$/i;

/**
 * An id that is the same whenever it is asked for the same things: a UUID of version 8 (RFC 9562, section 5.8) over the
 * SHA-256 of the parts. So a second import of a file finds what the first one made.
 */
export function derivedId(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of ['legajo import', ...parts]) {
    hash.update(`${Buffer.byteLength(part)}:`).update(part);
  }
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [8, 12, 16, 20, 32]
    .map((end, at, ends) => hex.slice(at === 0 ? 0 : ends[at - 1], end))
    .join('-');
}

/** The id in our form when a foreign one is a UUID that can be kept; null for all others, the nil UUID among them. */
export function keptId(foreign: string): string | null {
  return shaped.exec(foreign.trim())?.[1]?.toLowerCase() ?? null;
}
