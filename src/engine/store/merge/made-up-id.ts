import { createHash } from 'node:crypto';

/**
 * The id of a row that a merge makes: the same on every replica for the same words, which an id made by chance would not be.
 * Its form is that of a UUID of version 8 (RFC 9562, section 5.8).
 */
export function madeUpId(...words: readonly string[]): string {
  const digest = createHash('sha256').update(words.join('\n')).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
