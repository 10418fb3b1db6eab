import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { CaseError } from '#contract/error.ts';
import type { OfficePackage } from '../package.ts';
import { childOf, elementsOf, readXml, type XmlElement } from '../xml.ts';
import { hashOf, type HashName } from './hashing.ts';
import type { OpeningOptions } from './index.ts';

const MANIFEST = 'META-INF/manifest.xml';
const MOST_ITERATIONS = 10_000_000;

/** The ciphers that are read; older programs have Blowfish, which OpenSSL has no more. */
const CIPHERS: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc': 'aes-128-cbc',
  'http://www.w3.org/2001/04/xmlenc#aes192-cbc': 'aes-192-cbc',
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc': 'aes-256-cbc',
};
const HASHES: readonly [end: string, hash: HashName][] = [
  ['#sha1', 'sha1'],
  ['SHA1', 'sha1'],
  ['#sha256', 'sha256'],
];

/** How one member is encrypted. */
interface Sealed {
  readonly name: string;
  readonly cipher: string;
  readonly start: Buffer;
  readonly hash: HashName;
  readonly salt: Buffer;
  readonly iterations: number;
  readonly keyBytes: number;
  /** Bytes of it, unfolded, where that is said. */
  readonly size: number | null;
}

/**
 * Opens the members of a package of OpenDocument that are encrypted (1.3 part 2, 4; AES with PBKDF2, as LibreOffice wrote
 * from 2011 to 2024); those that are not, stay as they are.
 *
 * @param largest bytes of a member, unfolded
 * @throws CaseError `source.passwordNeeded` when none of the passwords opens them; `source.failed` for another encryption
 */
export async function unlock(
  office: OfficePackage,
  { passwords, progress }: OpeningOptions,
  largest: number,
): Promise<void> {
  const entries = office.has(MANIFEST)
    ? elementsOf(await readXml(office.read(MANIFEST)), 'manifest:file-entry')
    : [];
  const encrypted = entries.filter(
    (entry) => childOf(entry, 'manifest:encryption-data') !== undefined,
  );
  if (encrypted.length === 0) return;
  if (passwords.length === 0) throw new CaseError('source.passwordNeeded');
  const sealed = encrypted.map(sealedBy).filter(({ name }) => office.has(name));
  const tried = sealed.find(({ name }) => name === 'content.xml');
  if (tried === undefined) throw unknown();
  const content = await office.bytes(tried.name);
  const password = passwords.find((words) => {
    progress(0, passwords.length, 'documents');
    // Where no size is said, that it is XML tells.
    return opened(content, tried, words, largest)?.toString('latin1', 0, 1) === '<';
  });
  if (password === undefined) throw new CaseError('source.passwordNeeded');
  for (const one of sealed) {
    office.unlock(one.name, (bytes) => {
      const plain = opened(bytes, one, password, largest);
      if (plain === null) throw new CaseError('source.failed', { reason: `part ${one.name}` });
      return plain;
    });
  }
}

/** Null where it is another password: what comes out of that is hardly ever deflated, and then not of that size. */
function opened(bytes: Buffer, sealed: Sealed, password: string, largest: number): Buffer | null {
  const words = hashOf(sealed.hash, Buffer.from(password, 'utf8'));
  const key = pbkdf2Sync(words, sealed.salt, sealed.iterations, sealed.keyBytes, 'sha1');
  const decipher = createDecipheriv(sealed.cipher, key, sealed.start);
  decipher.setAutoPadding(false);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 16));
  const deflated = Buffer.concat([decipher.update(whole), decipher.final()]);
  try {
    const plain = inflateRawSync(deflated, { maxOutputLength: largest });
    return sealed.size === null || sealed.size === plain.length ? plain : null;
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw new CaseError('source.tooLarge', { size: largest + 1, limit: largest }, cause);
    }
    return null;
  }
}

function sealedBy(entry: XmlElement): Sealed {
  const data = childOf(entry, 'manifest:encryption-data');
  const algorithm = childOf(data, 'manifest:algorithm')?.attributes ?? {};
  const start = childOf(data, 'manifest:start-key-generation')?.attributes ?? {};
  const key = childOf(data, 'manifest:key-derivation')?.attributes ?? {};
  const cipher = CIPHERS[algorithm['manifest:algorithm-name'] ?? ''];
  const startName = start['manifest:start-key-generation-name'] ?? 'SHA1';
  const hash = HASHES.find(([end]) => startName.endsWith(end))?.[1];
  const iterations = Number(key['manifest:iteration-count']);
  const keyBytes = Number(cipher?.slice(4, 7)) / 8;
  const first = Buffer.from(algorithm['manifest:initialisation-vector'] ?? '', 'base64');
  const said = entry.attributes['manifest:size'];
  const isKnown =
    key['manifest:key-derivation-name'] === 'PBKDF2' &&
    Number.isSafeInteger(iterations) &&
    iterations >= 1 &&
    iterations <= MOST_ITERATIONS &&
    first.length === 16;
  if (cipher === undefined || hash === undefined || !isKnown) throw unknown();
  return {
    name: entry.attributes['manifest:full-path'] ?? '',
    cipher,
    start: first,
    hash,
    salt: Buffer.from(key['manifest:salt'] ?? '', 'base64'),
    iterations,
    keyBytes,
    size: said === undefined ? null : Number(said),
  };
}

function unknown(): CaseError {
  return new CaseError('source.failed', { reason: 'an encryption that is not known' });
}
