import { hash } from 'node:crypto';
import { CaseError } from '#contract/error.ts';

export type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** The most that [MS-OFFCRYPTO], 2.3.4.10, allows a password to be hashed over and over. */
const MOST_SPINS = 10_000_000;

/** Hashes between two words on how far it is. */
const STEP = 50_000;

export function hashOf(name: HashName, ...parts: readonly Uint8Array[]): Buffer {
  return hash(name, Buffer.concat(parts), 'buffer');
}

/** A password, hashed so often that guessing takes long ([MS-OFFCRYPTO], 2.3.4.7 and 2.3.4.11). */
export function longHash(
  name: HashName,
  salt: Uint8Array,
  password: string,
  spins: number,
  progress: () => void,
): Buffer {
  if (!Number.isSafeInteger(spins) || spins < 0 || spins > MOST_SPINS) {
    throw new CaseError('source.failed', { reason: 'an encryption that is not known' });
  }
  let hashed = hashOf(name, salt, Buffer.from(password, 'utf16le'));
  const round = Buffer.alloc(4 + hashed.length);
  for (let spin = 0; spin < spins; spin += 1) {
    round.writeUInt32LE(spin, 0);
    hashed.copy(round, 4);
    hashed = hash(name, round, 'buffer');
    if (spin % STEP === 0) progress();
  }
  return hashed;
}

export function numberBytes(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number, 0);
  return bytes;
}

/** So many bytes of these, filled up as keys and starts are where there are fewer. */
export function sized(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}
