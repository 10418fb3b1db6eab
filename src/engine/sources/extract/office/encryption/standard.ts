import { createDecipheriv, timingSafeEqual } from 'node:crypto';
import { CaseError } from '#contract/error.ts';
import { hashOf, longHash, numberBytes } from './hashing.ts';
import type { AgileEncryption } from './agile.ts';

const SPINS = 50_000;

/** The ciphers there are: AES with keys of 128, 192 and 256 bits. */
const AES = [0x660e, 0x660f, 0x6610];

/**
 * The encryption of Office 2007 ([MS-OFFCRYPTO], 2.3.4.5 to 2.3.4.9): AES, block by block.
 *
 * @param info the stream that says how it is done
 * @throws CaseError `source.failed`
 */
export function readStandard(info: Buffer, progress: () => void): AgileEncryption {
  const headerSize = info.length >= 12 ? info.readUInt32LE(8) : 0;
  const verifier = info.subarray(12 + headerSize);
  if (headerSize < 32 || headerSize > 4096 || verifier.length < 72) throw unknown();
  const cipher = info.readUInt32LE(12 + 8);
  const keyBytes = info.readUInt32LE(12 + 16) / 8;
  if (!AES.includes(cipher) || ![16, 24, 32].includes(keyBytes)) throw unknown();
  const salt = verifier.subarray(4, 20);
  const input = verifier.subarray(20, 36);
  const value = verifier.subarray(40, 72);
  return {
    findKey(password) {
      const hashed = hashOf(
        'sha1',
        longHash('sha1', salt, password, SPINS, progress),
        numberBytes(0),
      );
      const key = Buffer.concat([padded(hashed, 0x36), padded(hashed, 0x5c)]).subarray(0, keyBytes);
      const expected = hashOf('sha1', opened(input, key));
      const found = opened(value, key).subarray(0, expected.length);
      return timingSafeEqual(found, expected) ? key : null;
    },
    decrypt: opened,
  };
}

/** A key is made of a hash as HMAC makes its own ([MS-OFFCRYPTO], 2.3.4.7). */
function padded(hashed: Buffer, byte: number): Buffer {
  const block = Buffer.alloc(64, byte);
  for (const [at, own] of hashed.entries()) block[at] = own ^ byte;
  return hashOf('sha1', block);
}

function opened(encrypted: Buffer, key: Buffer): Buffer {
  const whole = encrypted.subarray(0, encrypted.length - (encrypted.length % 16));
  const decipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null);
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(whole), decipher.final()]);
}

function unknown(): CaseError {
  return new CaseError('source.failed', { reason: 'an encryption that is not known' });
}
