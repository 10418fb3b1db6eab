import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';

/** What a member was before it was encrypted, still compressed; `authentic` where a code over it was right. */
export interface Decrypted {
  readonly bytes: Uint8Array;
  readonly method: number;
  readonly authentic: boolean;
}

/** Method of compression that stands for AES, and the extra field that says more (WinZip, "AES Encryption Information"). */
const AES_METHOD = 99;
const AES_EXTRA = 0x9901;
const CRYPT_HEADER = 12;

/** Null where the password is surely wrong. */
export function decrypted(packed: Uint8Array, entry: Entry, password: string): Decrypted | null {
  const secret = Buffer.from(password, 'utf8');
  return entry.compressionMethod === AES_METHOD
    ? byAes(packed, entry, secret)
    : byTraditional(packed, entry, secret);
}

/** PKWARE's traditional encryption (APPNOTE 6.1). */
function byTraditional(packed: Uint8Array, entry: Entry, secret: Uint8Array): Decrypted | null {
  if (packed.byteLength < CRYPT_HEADER) return null;
  const table = crcSteps();
  const step = (crc: number, byte: number): number =>
    (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  let [key0, key1, key2] = [0x12345678, 0x23456789, 0x34567890];
  const update = (byte: number): void => {
    key0 = step(key0, byte);
    key1 = (Math.imul(key1 + (key0 & 0xff), 134_775_813) + 1) | 0;
    key2 = step(key2, key1 >>> 24);
  };
  for (const byte of secret) update(byte);
  const bytes = new Uint8Array(packed.byteLength);
  // The last byte of the header repeats one of the CRC or, where that comes after the content, of the time.
  const streamed = (entry.generalPurposeBitFlag & 8) !== 0;
  const expected = streamed ? (entry.lastModFileTime >>> 8) & 0xff : entry.crc32 >>> 24;
  for (let at = 0; at < packed.byteLength; at += 1) {
    const mixed = (key2 & 0xffff) | 2;
    const byte = (packed[at] ?? 0) ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff);
    // Most passwords are told to be wrong here, before all of what may be much is gone through.
    if (at === CRYPT_HEADER - 1 && byte !== expected) return null;
    bytes[at] = byte;
    update(byte);
  }
  return {
    bytes: bytes.subarray(CRYPT_HEADER),
    method: entry.compressionMethod,
    authentic: false,
  };
}

/** AES of WinZip: PBKDF2 with SHA-1, AES in counter mode, HMAC-SHA-1 over what is encrypted, cut to ten bytes. */
function byAes(packed: Uint8Array, entry: Entry, secret: Uint8Array): Decrypted | null {
  const extra = entry.extraFields.find(({ id }) => id === AES_EXTRA)?.data;
  const strength = extra?.[4];
  if (extra === undefined || extra.length < 7 || strength === undefined) return null;
  if (strength < 1 || strength > 3) return null;
  const keyBytes = 8 + strength * 8;
  const saltBytes = keyBytes / 2;
  if (packed.byteLength < saltBytes + 12) return null;
  const salt = packed.subarray(0, saltBytes);
  const derived = pbkdf2Sync(secret, salt, 1000, keyBytes * 2 + 2, 'sha1');
  const verifier = packed.subarray(saltBytes, saltBytes + 2);
  if (!timingSafeEqual(derived.subarray(keyBytes * 2), verifier)) return null;
  const content = packed.subarray(saltBytes + 2, -10);
  const code = createHmac('sha1', derived.subarray(keyBytes, keyBytes * 2)).update(content);
  if (!timingSafeEqual(code.digest().subarray(0, 10), packed.subarray(-10))) return null;
  return {
    bytes: inCounterMode(content, derived.subarray(0, keyBytes)),
    method: extra.readUInt16LE(5),
    authentic: true,
  };
}

/** The counter of WinZip counts from 1, its lowest byte first, which no mode of OpenSSL does: it is made here. */
function inCounterMode(content: Uint8Array, key: Uint8Array): Uint8Array {
  const counters = Buffer.alloc(Math.ceil(content.byteLength / 16) * 16);
  for (let block = 0; block * 16 < counters.length; block += 1) {
    counters.writeUInt32LE(block + 1, block * 16);
  }
  const cipher = createCipheriv(`aes-${key.byteLength * 8}-ecb`, key, null).setAutoPadding(false);
  const stream = Buffer.concat([cipher.update(counters), cipher.final()]);
  const bytes = new Uint8Array(content.byteLength);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = (content[at] ?? 0) ^ (stream[at] ?? 0);
  return bytes;
}

let steps: Int32Array | undefined;

/** The steps of CRC-32 by a byte, which zlib does not give out: what the CRC of a byte has more than that of zero. */
function crcSteps(): Int32Array {
  steps ??= Int32Array.from({ length: 256 }, (_, byte) => crc32(Buffer.from([byte])) ^ crc32(zero));
  return steps;
}

const zero = Buffer.from([0]);
