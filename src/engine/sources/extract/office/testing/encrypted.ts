import { createCipheriv } from 'node:crypto';
import { writeCompoundFile } from '../../mail/compound-file-writer.ts';
import { hashOf, longHash, numberBytes, sized, type HashName } from '../encryption/hashing.ts';

/** How a document made up by a test is encrypted. */
export interface Sealing {
  readonly password: string;
  readonly hash?: HashName;
  readonly spins?: number;
  readonly keyBytes?: 16 | 24 | 32;
}

const NONE = (): void => {};

/** A package encrypted as Office does since 2010 ([MS-OFFCRYPTO], 2.3.4.10), written apart from what reads it. */
export function encryptAgile(content: Uint8Array, sealing: Sealing): Uint8Array {
  const { password, hash = 'sha512', spins = 1000, keyBytes = 32 } = sealing;
  const salt = Buffer.alloc(16, 7);
  const dataSalt = Buffer.alloc(16, 9);
  const secret = Buffer.from(Array.from({ length: keyBytes }, (_, at) => at * 5));
  const verifier = Buffer.alloc(16, 3);
  const hashed = longHash(hash, salt, password, spins, NONE);
  const seal = (block: string, bytes: Buffer): string => {
    const key = sized(hashOf(hash, hashed, Buffer.from(block, 'hex')), keyBytes);
    return encrypted(bytes, key, salt).toString('base64');
  };
  const cipher = `saltSize="16" blockSize="16" keyBits="${keyBytes * 8}" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${hash.toUpperCase()}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${cipher} saltValue="${dataSalt.toString('base64')}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${spins}" ${cipher} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${seal('fea7d2763b4b9e79', verifier)}" encryptedVerifierHashValue="${seal('d7aa0f6d3061344e', hashOf(hash, verifier))}" encryptedKeyValue="${seal('146e0be7abacd0d6', secret)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += 4096) {
    const start = hashOf(hash, dataSalt, numberBytes(at / 4096)).subarray(0, 16);
    pieces.push(encrypted(content.subarray(at, at + 4096), secret, start));
  }
  const info = Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]);
  return compound(info, content.length, pieces);
}

/** A package encrypted as Office 2007 does ([MS-OFFCRYPTO], 2.3.4.5), with a key of 128 bits. */
export function encryptStandard(content: Uint8Array, password: string): Uint8Array {
  const salt = Buffer.alloc(16, 7);
  const hashed = hashOf('sha1', longHash('sha1', salt, password, 50_000, NONE), numberBytes(0));
  const mixed = Buffer.alloc(64, 0x36);
  for (const [at, byte] of hashed.entries()) mixed[at] = byte ^ 0x36;
  const key = hashOf('sha1', mixed).subarray(0, 16);
  const verifier = Buffer.alloc(16, 3);
  const header = Buffer.alloc(32);
  header.writeUInt32LE(0x24, 0);
  header.writeUInt32LE(0x660e, 8);
  header.writeUInt32LE(0x8004, 12);
  header.writeUInt32LE(128, 16);
  const info = Buffer.concat([
    Buffer.from('0300020024000000', 'hex'),
    numberBytes(header.length),
    header,
    numberBytes(16),
    salt,
    encrypted(verifier, key, null),
    numberBytes(20),
    encrypted(hashOf('sha1', verifier), key, null),
  ]);
  return compound(info, content.length, [encrypted(content, key, null)]);
}

function compound(info: Buffer, size: number, pieces: readonly Buffer[]): Uint8Array {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(size));
  return writeCompoundFile([
    { name: 'EncryptionInfo', bytes: info },
    { name: 'EncryptedPackage', bytes: Buffer.concat([length, ...pieces]) },
  ]);
}

function encrypted(bytes: Uint8Array, key: Buffer, start: Buffer | null): Buffer {
  const cipher = createCipheriv(
    `aes-${key.length * 8}-${start === null ? 'ecb' : 'cbc'}`,
    key,
    start,
  );
  cipher.setAutoPadding(false);
  const whole = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
  return Buffer.concat([cipher.update(whole), cipher.final()]);
}
