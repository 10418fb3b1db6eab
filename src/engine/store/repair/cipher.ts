import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';

/** Bytes of each page that SQLCipher keeps for itself: initialization vector and authentication code. */
export const reservedBytes = 80;

const saltLength = 16;
const vectorLength = 16;
const macLength = 64;
const header = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Opens the pages of an encrypted case file one by one, which SQLite does only while the file as a whole is sound.
 * SQLCipher 4's format (https://www.zetetic.net/sqlcipher/design/): the key by PBKDF2-HMAC-SHA512 with 256,000 rounds and
 * the salt in the file's first 16 bytes; each page by AES-256-CBC, with an HMAC-SHA512 over its cipher text, its vector
 * and its number, so that a page that was changed in any way is known.
 */
export class PageCipher {
  readonly #key: Buffer;
  readonly #macKey: Buffer;

  constructor(passphrase: string, salt: Buffer) {
    this.#key = pbkdf2Sync(passphrase.normalize('NFC'), salt, 256_000, 32, 'sha512');
    const macSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a));
    this.#macKey = pbkdf2Sync(this.#key, macSalt, 2, 32, 'sha512');
  }

  /** The page as SQLite sees it, or null when it is not what was written. @param number from 1 */
  open(page: Buffer, number: number): Buffer | null {
    const from = number === 1 ? saltLength : 0;
    const vectorAt = page.length - reservedBytes;
    const macAt = vectorAt + vectorLength;
    const place = Buffer.alloc(4);
    place.writeUInt32LE(number);
    const mac = createHmac('sha512', this.#macKey)
      .update(page.subarray(from, macAt))
      .update(place)
      .digest();
    if (!timingSafeEqual(mac, page.subarray(macAt, macAt + macLength))) return null;
    const vector = page.subarray(vectorAt, macAt);
    const decipher = createDecipheriv('aes-256-cbc', this.#key, vector).setAutoPadding(false);
    const plain = Buffer.alloc(page.length);
    decipher.update(page.subarray(from, vectorAt)).copy(plain, from);
    if (number === 1) header.copy(plain);
    return plain;
  }
}
