/** The part of Web Crypto that every host of ours has (Node, Electron, browsers). */
interface RandomSource {
  getRandomValues(bytes: Uint8Array): Uint8Array;
}

/**
 * Cryptographically random bytes, as lower-case hexadecimal.
 *
 * @param length number of bytes; the text is twice as long
 */
export function randomBytesHex(length: number): string {
  const { crypto } = globalThis as unknown as { crypto: RandomSource };
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
