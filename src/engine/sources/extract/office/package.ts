import { inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { CaseError } from '#contract/error.ts';
import { decodedName } from '../../../archives/index.ts';
import type { ExtractionLimits, ParserOptions } from '../extraction.ts';
import { decryptPackage, isCompoundFile, type OpeningOptions } from './encryption/index.ts';

const MEBIBYTE = 1024 * 1024;

/** More members than a document has. */
const MOST_MEMBERS = 100_000;

/** Smaller members, in bytes, may be packed as well as they can be. */
const SMALL = 16 * MEBIBYTE;

/** Bytes of all that is read of one document, unfolded, each time it is read. */
const MOST_BYTES = 768 * MEBIBYTE;

/** Bytes of a member up to which it is unfolded at once: a stream for each of a dozen small ones takes longer than all else. */
const AT_ONCE = 4 * MEBIBYTE;

/** Bytes of such a member that are handed on at a time. */
const PIECE = 64 * 1024;

/** How a ZIP says that a member is deflated, or stored as it is (APPNOTE 6.3.10, 4.4.5). */
const DEFLATED = 8;
const STORED = 0;

/**
 * The ZIP an office document or book is. Its members are read in memory, as they come, and never written anywhere, so that
 * no name of theirs can do harm.
 */
export class OfficePackage {
  readonly #bytes: Buffer;
  readonly #zip: ZipFile;
  readonly #members: ReadonlyMap<string, Entry>;
  readonly #limits: ExtractionLimits;
  #read = 0;
  readonly #openers = new Map<string, (sealed: Buffer) => Buffer>();

  private constructor(
    bytes: Buffer,
    zip: ZipFile,
    members: ReadonlyMap<string, Entry>,
    limits: ExtractionLimits,
  ) {
    this.#bytes = bytes;
    this.#zip = zip;
    this.#members = members;
    this.#limits = limits;
  }

  /**
   * Reads the list of members.
   *
   * @param opening the passwords for a document that Office encrypted
   * @throws CaseError `source.truncated` when it has no end, `source.failed`, `source.passwordNeeded` for a document that
   *   Office encrypted with none of the passwords
   */
  static async open(
    bytes: Uint8Array,
    limits: ExtractionLimits,
    opening: OpeningOptions = { passwords: [], progress: () => {} },
  ): Promise<OfficePackage> {
    const buffer = isCompoundFile(bytes)
      ? await decryptPackage(bytes, opening)
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      const zip = await fromBufferPromise(buffer, { autoClose: false, decodeStrings: false });
      zip.on('error', () => undefined);
      const members = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        const name = foldedName(nameOf(entry));
        // Of two members of one name the first is read, by Office and by LibreOffice too.
        if (!members.has(name)) members.set(name, entry);
        if (members.size > MOST_MEMBERS) {
          throw new CaseError('source.tooLarge', { size: members.size, limit: MOST_MEMBERS });
        }
      }
      return new OfficePackage(buffer, zip, members, limits);
    } catch (cause) {
      if (cause instanceof CaseError) throw cause;
      const cut = cause instanceof Error && cause.message.includes('End of central directory');
      throw cut ? new CaseError('source.truncated', {}, cause) : failed('a damaged ZIP', cause);
    }
  }

  /** Names of the members, as they are written, without those of folders. */
  get names(): string[] {
    return Array.from(this.#members.values(), nameOf).filter((name) => !name.endsWith('/'));
  }

  /** Whether there is a member of that name, whatever the case of its letters (ECMA-376, part 2, 6.2.2.3). */
  has(name: string): boolean {
    return this.#members.has(foldedName(name));
  }

  /** Bytes that a member says it has, unfolded; 0 where there is none. */
  sizeOf(name: string): number {
    return this.#members.get(foldedName(name))?.uncompressedSize ?? 0;
  }

  /**
   * The bytes of a member as they are unfolded.
   *
   * @throws CaseError `source.failed` {reason} when there is none or it is damaged, `source.tooLarge`
   */
  async *read(name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const opener = this.#openers.get(foldedName(name));
    if (opener === undefined) {
      yield* this.#unfold(name);
      return;
    }
    const sealed: Uint8Array[] = [];
    for await (const piece of this.#unfold(name)) sealed.push(piece);
    const bytes = opener(Buffer.concat(sealed));
    this.#count(bytes.length);
    yield bytes;
  }

  /** From here on a member is read through what opens it. */
  unlock(name: string, opener: (sealed: Buffer) => Buffer): void {
    this.#openers.set(foldedName(name), opener);
  }

  async *#unfold(name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = this.#members.get(foldedName(name));
    if (entry === undefined) throw failed(`no part ${name}`);
    const { memberBytes, ratio } = this.#limits;
    const { uncompressedSize: size, compressedSize } = entry;
    const limit = Math.min(memberBytes, Math.max(SMALL, compressedSize * ratio));
    if (size > limit) throw new CaseError('source.tooLarge', { size, limit });
    const whole = await this.#atOnce(entry);
    if (whole !== null) {
      for (let at = 0; at < whole.length; at += PIECE) {
        const bytes = whole.subarray(at, at + PIECE);
        this.#count(bytes.length);
        yield bytes;
      }
      return;
    }
    try {
      // Ends with an error when there are more bytes than the member says it has.
      for await (const piece of await this.#zip.openReadStreamPromise(entry)) {
        const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
        this.#count(bytes.length);
        yield bytes;
      }
    } catch (cause) {
      throw cause instanceof CaseError ? cause : failed(`part ${name}`, cause);
    }
  }

  /** A small member; null for any other, and for one that is damaged, which tells how when it is read as a stream. */
  async #atOnce(entry: Entry): Promise<Buffer | null> {
    const { compressionMethod: method, compressedSize, uncompressedSize: size } = entry;
    const small = Math.max(size, compressedSize) <= AT_ONCE;
    if (!small || entry.isEncrypted() || (method !== DEFLATED && method !== STORED)) return null;
    try {
      const { fileDataStart: from } = await this.#zip.readLocalFileHeaderPromise(entry, {
        minimal: true,
      });
      const packed = this.#bytes.subarray(from, from + compressedSize);
      // Room for a little more than there should be, so that it comes in one piece.
      const room = size + 64;
      const bytes =
        method === STORED
          ? packed
          : inflateRawSync(packed, { chunkSize: room, maxOutputLength: room });
      return bytes.length === size ? bytes : null;
    } catch {
      return null;
    }
  }

  #count(bytes: number): void {
    this.#read += bytes;
    if (this.#read > MOST_BYTES) {
      throw new CaseError('source.tooLarge', { size: this.#read, limit: MOST_BYTES });
    }
  }

  /** The bytes of a member as they are unfolded, telling how far it is. @throws CaseError as {@link read} */
  async *readWith(name: string, progress: ParserOptions['progress']): AsyncGenerator<Uint8Array> {
    const total = this.sizeOf(name);
    let done = 0;
    for await (const piece of this.read(name)) {
      done += piece.length;
      progress(done, total, 'bytes');
      yield piece;
    }
  }

  /** A member as a whole. @throws CaseError as {@link read} */
  async bytes(name: string): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.read(name)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}

function nameOf(entry: Entry): string {
  return decodedName(entry.fileNameRaw);
}

function foldedName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function failed(reason: string, cause?: unknown): CaseError {
  return new CaseError('source.failed', { reason }, cause);
}
