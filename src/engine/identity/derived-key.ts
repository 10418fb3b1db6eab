import { createHmac } from 'node:crypto';

/**
 * A key of 32 bytes made of another: HKDF with SHA-256 (RFC 5869), of whose output 32 bytes are the first block.
 *
 * @param purpose what sets it apart from other keys of the same secret: "info"
 */
export function derivedKey(secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  const extracted = createHmac('sha256', salt).update(secret).digest();
  return createHmac('sha256', extracted)
    .update(purpose, 'latin1')
    .update('\x01', 'latin1')
    .digest();
}
