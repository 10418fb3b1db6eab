import { randomBytesHex } from './random.ts';

/**
 * A new UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix time in milliseconds, then random bits,
 * so ids made later sort later.
 *
 * @param now Unix time in milliseconds
 */
export function newId(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  const random = randomBytesHex(10);
  const variant = ((parseInt(random.slice(4, 6), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0');
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(1, 4)}`,
    `${variant}${random.slice(6, 8)}`,
    random.slice(8, 20),
  ].join('-');
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text is a UUIDv7 in its canonical lower-case form. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}
