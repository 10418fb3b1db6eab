import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Decrypter, Encrypter } from 'age-encryption';
import { AgeRecipient } from '#contract/colleague.ts';
import { CaseError } from '#contract/error.ts';
import { derivedKey } from '../identity/index.ts';

/*
 * Packages that only those they are meant for can read: the whole ZIP in a file of age (https://age-encryption.org/v1).
 * Writing, and whatever concerns keys, is done by the library of age's author. Reading its payload is done here, because a
 * ZIP is read from its end and in no order: age seals every 64 KiB by themselves, so that each can be opened alone, and
 * no plain text has to lie anywhere meanwhile.
 */

/** For whom a package is encrypted: whoever has one of these keys, or knows the passphrase. */
export interface Locking {
  recipients?: readonly string[] | undefined;
  passphrase?: string | undefined;
}

/** What an encrypted package may be opened with. */
export interface Keys {
  passphrase?: string | undefined;
  /** As the age program writes it: `AGE-SECRET-KEY-1...` */
  ageIdentity?: string | undefined;
}

/** How the files of age begin. */
export const ageBeginning = Buffer.from('age-encryption.org/v1\n', 'latin1');

/**
 * What encrypts bytes on their way into a file; null when nobody was named. The format of age has either a passphrase
 * or keys.
 *
 * @throws CaseError `recipient.invalid` {recipient}, `input.invalid` {reason} for a passphrase beside recipients
 */
export function encryption({
  recipients = [],
  passphrase,
}: Locking): ((plain: AsyncIterable<Buffer>) => AsyncIterable<Buffer>) | null {
  if (recipients.length === 0 && passphrase === undefined) return null;
  if (recipients.length > 0 && passphrase !== undefined) {
    throw new CaseError('input.invalid', { reason: 'recipients and a passphrase' });
  }
  const encrypter = new Encrypter();
  if (passphrase !== undefined) encrypter.setPassphrase(passphrase);
  for (const recipient of new Set(recipients)) {
    if (!AgeRecipient.safeParse(recipient).success) {
      throw new CaseError('recipient.invalid', { recipient });
    }
    try {
      encrypter.addRecipient(recipient);
    } catch (error) {
      throw new CaseError('recipient.invalid', { recipient }, error);
    }
  }
  return async function* encrypted(plain) {
    const reader = (await encrypter.encrypt(asStream(plain))).getReader();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        yield Buffer.from(part.value);
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  };
}

/** Parts as a stream of the web, which the library of age reads. */
function asStream(parts: AsyncIterable<Buffer>): ReadableStream<Uint8Array> {
  const source = parts[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await source.return?.();
    },
  });
}

/** How a file of age is locked, as its header says. */
export type Lock = 'passphrase' | 'recipients';

/** The header of a file of age: its bytes, and how it is locked. Null when this is not a whole header. */
export function headerOf(beginning: Buffer): { header: Buffer; lock: Lock } | null {
  if (!beginning.subarray(0, ageBeginning.length).equals(ageBeginning)) return null;
  const last = beginning.indexOf('\n--- ', 0, 'latin1');
  const end = last < 0 ? -1 : beginning.indexOf(0x0a, last + 1);
  if (end < 0) return null;
  const header = beginning.subarray(0, end + 1);
  const byPassphrase = header.toString('latin1').includes('\n-> scrypt ');
  return { header, lock: byPassphrase ? 'passphrase' : 'recipients' };
}

/**
 * The key of a file, from its header.
 *
 * @throws CaseError `package.passphraseNeeded`, `package.passphraseWrong`, `package.notForThisKey`, `package.damaged`
 */
export async function fileKeyOf(
  path: string,
  { header, lock }: { header: Buffer; lock: Lock },
  { passphrase, ageIdentity }: Keys,
): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  if (lock === 'passphrase') {
    if (passphrase === undefined) throw new CaseError('package.passphraseNeeded', { path });
    decrypter.addPassphrase(passphrase);
  } else {
    if (ageIdentity === undefined) throw new CaseError('package.notForThisKey', { path });
    decrypter.addIdentity(ageIdentity);
  }
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    const unmatched = error instanceof Error && error.message.startsWith('no identity matched');
    if (!unmatched) throw new CaseError('package.damaged', { path, member: '' }, error);
    throw new CaseError(
      lock === 'passphrase' ? 'package.passphraseWrong' : 'package.notForThisKey',
      { path },
      error,
    );
  }
}

/** Bytes of plain text in each part of a payload but the last, and what sealing adds to each. */
const partSize = 64 * 1024;
const sealSize = 16;
const nonceSize = 16;

/** How the payload of a file lies, and how to open its parts. */
export class Payload {
  /** Bytes of plain text. */
  readonly size: number;
  readonly #start: number;
  readonly #sealedSize: number;
  readonly #parts: number;
  readonly #key: Buffer;

  /**
   * @param start where in the file the payload begins, behind the header
   * @param fileSize bytes
   * @throws RangeError when no payload is of that size
   */
  constructor(fileKey: Uint8Array, nonce: Uint8Array, start: number, fileSize: number) {
    this.#key = derivedKey(fileKey, nonce, 'payload');
    this.#start = start + nonceSize;
    this.#sealedSize = fileSize - this.#start;
    this.#parts = Math.max(1, Math.ceil(this.#sealedSize / (partSize + sealSize)));
    this.size = this.#sealedSize - this.#parts * sealSize;
    const last = this.#sealedSize - (this.#parts - 1) * (partSize + sealSize);
    if (this.size < 0 || last < sealSize || (last === sealSize && this.#parts > 1)) {
      throw new RangeError('not the size of a payload');
    }
  }

  static readonly nonceSize = nonceSize;

  /** Which part holds a byte of the plain text, and which of that part it is. */
  static place(position: number): { part: number; within: number } {
    return { part: Math.floor(position / partSize), within: position % partSize };
  }

  /** Where a part lies in the file. */
  part(index: number): { start: number; length: number } {
    const from = index * (partSize + sealSize);
    return {
      start: this.#start + from,
      length: Math.min(partSize + sealSize, this.#sealedSize - from),
    };
  }

  get lastPart(): number {
    return this.#parts - 1;
  }

  /** The plain text of a part. @throws Error when it is not what was sealed there */
  open(index: number, sealed: Uint8Array): Buffer {
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(index, 5, 6);
    // Only the last part says that it is: a file that was cut off between two parts is found out.
    nonce.writeUInt8(index === this.lastPart ? 1 : 0, 11);
    return Buffer.from(chacha20poly1305(this.#key, nonce).decrypt(sealed));
  }
}
