import { createDecipheriv, timingSafeEqual } from 'node:crypto';
import { CaseError } from '#contract/error.ts';
import { childOf, elementsOf, readXml, type XmlElement } from '../xml.ts';
import { hashOf, longHash, numberBytes, sized, type HashName } from './hashing.ts';

/** Bytes that are encrypted at a time. */
const SEGMENT = 4096;

/** What is mixed into a password's hash for each key made of it ([MS-OFFCRYPTO], 2.3.4.13). */
const FOR_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex');
const FOR_VALUE = Buffer.from('d7aa0f6d3061344e', 'hex');
const FOR_KEY = Buffer.from('146e0be7abacd0d6', 'hex');

const HASHES: Readonly<Record<string, HashName>> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
};

/** How a document, or the key to it, is encrypted. */
interface Cipher {
  readonly salt: Buffer;
  readonly hash: HashName;
  readonly keyBytes: number;
  readonly blockBytes: number;
}

/** Finds the key to a document; null where it is another password. */
export type KeyFinder = (password: string) => Buffer | null;

/** An encryption that says in XML how it is done ([MS-OFFCRYPTO], 2.3.4.10 to 2.3.4.15); Office since 2010. */
export interface AgileEncryption {
  readonly findKey: KeyFinder;
  readonly decrypt: (content: Buffer, key: Buffer) => Buffer;
}

/** @throws CaseError `source.failed` where it is no such encryption, or with another cipher than AES in CBC */
export async function readAgile(xml: Buffer, progress: () => void): Promise<AgileEncryption> {
  const root = await readXml([xml]);
  const data = cipherOf(childOf(root, '?:keyData'));
  const encryptors = elementsOf(childOf(root, '?:keyEncryptors'), '?:keyEncryptor');
  const password = encryptors.find(
    ({ attributes }) => attributes['uri']?.endsWith('/password') === true,
  );
  const own = childOf(password, '?:encryptedKey');
  const cipher = cipherOf(own);
  const spins = Number(own?.attributes['spinCount']);
  const [input, value, encryptedKey] = [
    'encryptedVerifierHashInput',
    'encryptedVerifierHashValue',
    'encryptedKeyValue',
  ].map((name) => Buffer.from(own?.attributes[name] ?? '', 'base64'));
  if (input === undefined || value === undefined || encryptedKey === undefined) throw unknown();
  return {
    findKey(words) {
      const hashed = longHash(cipher.hash, cipher.salt, words, spins, progress);
      const open = (block: Buffer, encrypted: Buffer): Buffer => {
        const key = sized(hashOf(cipher.hash, hashed, block), cipher.keyBytes);
        return opened(encrypted, key, sized(cipher.salt, cipher.blockBytes));
      };
      const expected = hashOf(cipher.hash, open(FOR_INPUT, input).subarray(0, cipher.salt.length));
      const found = open(FOR_VALUE, value).subarray(0, expected.length);
      const same = found.length === expected.length && timingSafeEqual(found, expected);
      if (!same) return null;
      const key = open(FOR_KEY, encryptedKey).subarray(0, data.keyBytes);
      if (key.length < data.keyBytes) throw unknown();
      return key;
    },
    decrypt(content, key) {
      const pieces: Buffer[] = [];
      for (let at = 0; at < content.length; at += SEGMENT) {
        const start = sized(
          hashOf(data.hash, data.salt, numberBytes(at / SEGMENT)),
          data.blockBytes,
        );
        pieces.push(opened(content.subarray(at, at + SEGMENT), key, start));
        if (at % (SEGMENT * 256) === 0) progress();
      }
      return Buffer.concat(pieces);
    },
  };
}

function cipherOf(element: XmlElement | undefined): Cipher {
  const said = element?.attributes ?? {};
  const hash = HASHES[said['hashAlgorithm'] ?? ''];
  const keyBytes = Number(said['keyBits']) / 8;
  const blockBytes = Number(said['blockSize']);
  const isKnown = said['cipherAlgorithm'] === 'AES' && said['cipherChaining'] === 'ChainingModeCBC';
  if (!isKnown || hash === undefined || ![16, 24, 32].includes(keyBytes) || blockBytes !== 16) {
    throw unknown();
  }
  return { salt: Buffer.from(said['saltValue'] ?? '', 'base64'), hash, keyBytes, blockBytes };
}

function opened(encrypted: Buffer, key: Buffer, start: Buffer): Buffer {
  const whole = encrypted.subarray(0, encrypted.length - (encrypted.length % 16));
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, start);
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(whole), decipher.final()]);
}

function unknown(): CaseError {
  return new CaseError('source.failed', { reason: 'an encryption that is not known' });
}
