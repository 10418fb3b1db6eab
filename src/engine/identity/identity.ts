import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { bech32 } from '@scure/base';
import { CaseError } from '#contract/error.ts';
import { encodeBase32 } from './base32.ts';
import { derivedKey } from './derived-key.ts';

/** What comes before the 32 bytes of an Ed25519 public key in its SubjectPublicKeyInfo (RFC 8410, section 4). */
const publicKeyHead = Buffer.from('302a300506032b6570032100', 'hex');
const publicKeyLength = 32;

/** This installation: an Ed25519 key pair (RFC 8032), by which what it did and handed over can be told from others'. */
export class Identity {
  /** Raw, 32 bytes. */
  readonly publicKey: Buffer;
  readonly fingerprint: string;
  readonly #privateKey: KeyObject;

  /**
   * @param privateKey as `newPrivateKey` made it
   * @throws CaseError `identity.unreadable` when it is nothing of the sort
   */
  constructor(privateKey: string) {
    try {
      this.#privateKey = createPrivateKey(privateKey);
    } catch (error) {
      throw new CaseError('identity.unreadable', {}, error);
    }
    if (this.#privateKey.asymmetricKeyType !== 'ed25519') {
      throw new CaseError('identity.unreadable', {});
    }
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
    this.publicKey = spki.subarray(publicKeyHead.length);
    this.fingerprint = fingerprintOf(this.publicKey);
  }

  /** The public key as other programs take it. */
  get publicPem(): string {
    return pemOf(this.publicKey);
  }

  /** The signature of some bytes, 64 bytes. */
  sign(bytes: Uint8Array): Buffer {
    return sign(null, bytes, this.#privateKey);
  }

  /**
   * The key by which others write to this installation in secret: an identity of age (https://age-encryption.org/v1), as
   * its program writes it. It is derived from the private key (HKDF, RFC 5869), so that there is one secret to keep and
   * not two, and is not to be shown.
   */
  get ageIdentity(): string {
    // The seed is the end of the structure (RFC 8410, section 7).
    const seed = this.#privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32);
    const secret = derivedKey(seed, Buffer.alloc(32), 'legajo/age/X25519');
    return bech32.encodeFromBytes('age-secret-key-', secret).toUpperCase();
  }

  /**
   * Whether a signature over some bytes was made with the private half of a key.
   *
   * @param publicKey raw, 32 bytes; of any other length it has made no signature
   */
  static verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
    if (publicKey.length !== publicKeyLength) return false;
    try {
      const key = createPublicKey({
        key: Buffer.concat([publicKeyHead, publicKey]),
        format: 'der',
        type: 'spki',
      });
      return verify(null, bytes, key, signature);
    } catch {
      // Not every 32 bytes are a point of the curve.
      return false;
    }
  }
}

/** A public key as other programs take it: SubjectPublicKeyInfo (RFC 8410), PEM. */
export function pemOf(publicKey: Uint8Array): string {
  const body = Buffer.concat([publicKeyHead, publicKey]).toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`;
}

/** The raw key of a PEM as `pemOf` writes it; null when it is anything else. */
export function publicKeyOfPem(pem: string): Buffer | null {
  const body =
    /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n$/.exec(pem)?.[1];
  const der = Buffer.from(body ?? '', 'base64');
  const publicKey = der.subarray(publicKeyHead.length);
  // One key has one PEM: what could be said in two ways could carry what nobody signed.
  return publicKey.length === publicKeyLength && pem === pemOf(publicKey) ? publicKey : null;
}

/** By which people compare keys: SHA-256 of the raw public key, whole, in base32: 52 letters and digits. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return encodeBase32(createHash('sha256').update(publicKey).digest());
}

/** A new Ed25519 private key, as text (PKCS #8, PEM). */
export function newPrivateKey(): string {
  return generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}
