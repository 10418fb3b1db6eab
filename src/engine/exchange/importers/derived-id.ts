import { hash } from 'node:crypto';

const shaped = /^\{?([\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})\}?$/i;

/**
 * An id that is the same whenever it is asked for the same things: a UUID of version 8 (RFC 9562, section 5.8) over the
 * SHA-256 of the parts. So a second import of a file finds what the first one made.
 */
export function derivedId(...parts: readonly string[]): string {
  // How long each part is keeps one that ends earlier from meaning the same.
  const told = parts.map((part) => `${part.length}:${part}`).join('');
  const hex = hash('sha256', `legajo import ${told}`, 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** The id in our form when a foreign one is a UUID that can be kept; null for all others, the nil UUID among them. */
export function keptId(foreign: string): string | null {
  return shaped.exec(foreign.trim())?.[1]?.toLowerCase() ?? null;
}
