import { open as openFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { fromRandomAccessReaderPromise, type Entry, type ZipFile } from 'yauzl';
import { CaseError } from '#contract/error.ts';
import { isLink, leadsOut } from '../archives/index.ts';
import { ageBeginning, type Keys } from './age.ts';
import { AgeReader } from './age-reader.ts';
import { damaged, readingFailure } from './failure.ts';
import { FileReader } from './file-reader.ts';
import { buffersOf, inflated, readInto, type Bytes } from './zip-bytes.ts';
import { descriptor, localHeader, type PlacedMember } from './zip-container.ts';
import { checkDirectory, placed, stored } from './zip-directory.ts';

/** More members than any package has. */
const mostMembers = 2_000_000;
/** How every ZIP that holds something begins (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7). */
const beginning = Buffer.from('PK\x03\x04', 'latin1');

/** A ZIP that somebody handed us, open for reading. Nothing of it is trusted. */
export class ZipReader {
  readonly path: string;
  readonly #zip: ZipFile;
  readonly #bytes: Bytes;
  readonly #entries: Map<string, Entry>;
  /** Whether what is around the contents must be as this program writes it, too. */
  #strict = false;
  /** Members read before that was known. */
  readonly #readBefore = new Set<Entry>();

  private constructor(path: string, zip: ZipFile, bytes: Bytes, entries: Map<string, Entry>) {
    this.path = path;
    this.#zip = zip;
    this.#bytes = bytes;
    this.#entries = entries;
  }

  /**
   * Reads the list of members.
   *
   * @param keys for a ZIP that is encrypted with age, which is told by how it begins
   * @throws CaseError `package.notAPackage` (no ZIP), `package.unsafePath` {member}, `package.damaged`,
   *   `package.passphraseNeeded`, `package.passphraseWrong`, `package.notForThisKey`, `file.notFound`, `file.isFolder`,
   *   `file.notReadable`
   */
  static async open(path: string, keys: Keys = {}): Promise<ZipReader> {
    const head = await beginningOf(path);
    const encrypted = head.equals(ageBeginning);
    if (!encrypted && !head.subarray(0, beginning.length).equals(beginning)) {
      throw new CaseError('package.notAPackage', { path });
    }
    let bytes: Bytes;
    let zip: ZipFile;
    try {
      bytes = encrypted ? await openEncrypted(path, keys) : await FileReader.open(path);
      zip = await zipIn(bytes);
    } catch (error) {
      if (error instanceof CaseError) throw error;
      throw readingFailure(error, path) ?? damaged(path, '', error);
    }
    // The reading of entries has its own ear for errors, and takes it away when it ends.
    zip.on('error', () => undefined);
    try {
      return new ZipReader(path, zip, bytes, await entriesOf(zip, path));
    } catch (error) {
      zip.close();
      if (error instanceof CaseError) throw error;
      throw readingFailure(error, path) ?? damaged(path, '', error);
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Bytes a member says it has; null when there is none of that name. */
  sizeOf(name: string): number | null {
    return this.#entries.get(name)?.uncompressedSize ?? null;
  }

  /**
   * From here on nothing may be in the ZIP but the contents of its members, and around them what this program writes:
   * no room for what nobody sees, and no second reading for other programs. What is around a member is checked when it
   * is read.
   *
   * @throws CaseError `package.damaged` {member}
   */
  async checkContainer(): Promise<void> {
    this.#strict = true;
    try {
      await checkDirectory(this.#bytes, [...this.#entries.values()], this.path);
      for (const entry of this.#readBefore) {
        await this.#checkBefore(entry);
        await this.#checkAfter(entry);
      }
    } catch (error) {
      if (error instanceof CaseError) throw error;
      throw readingFailure(error, this.path) ?? damaged(this.path, '', error);
    }
  }

  /**
   * A member's bytes, never more than it says it has.
   *
   * @throws CaseError `package.damaged` {member} also at the end, when they are fewer or their CRC-32 is another
   */
  async *read(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw damaged(this.path, name);
    let seen = 0;
    let crc = 0;
    try {
      for await (const chunk of this.#contents(entry)) {
        seen += chunk.length;
        if (seen > entry.uncompressedSize) throw damaged(this.path, name);
        crc = crc32(chunk, crc);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof CaseError) throw error;
      throw readingFailure(error, this.path) ?? damaged(this.path, name, error);
    }
    if (seen !== entry.uncompressedSize || crc !== entry.crc32) throw damaged(this.path, name);
  }

  close(): void {
    this.#zip.close();
  }

  /** The bytes of a member as they come. */
  async *#contents(entry: Entry): AsyncGenerator<Buffer, void, undefined> {
    if (!this.#strict) {
      this.#readBefore.add(entry);
      yield* buffersOf(await this.#zip.openReadStreamPromise(entry));
      return;
    }
    await this.#checkBefore(entry);
    const options = { decodeFileData: false };
    const packed = await this.#zip.openReadStreamPromise(entry, options);
    if (entry.compressionMethod === stored) yield* buffersOf(packed);
    else yield* inflated(packed, entry.compressedSize);
    await this.#checkAfter(entry);
  }

  async #checkBefore(entry: Entry): Promise<void> {
    const member = placed(entry);
    await this.#expect(member, member.offset, localHeader(member));
  }

  async #checkAfter(entry: Entry): Promise<void> {
    const member = placed(entry);
    const at = member.offset + localHeader(member).length + member.compressedSize;
    await this.#expect(member, at, descriptor(member));
  }

  async #expect({ name }: PlacedMember, at: number, expected: Buffer): Promise<void> {
    const found = Buffer.alloc(expected.length);
    await readInto(this.#bytes, found, at);
    if (!found.equals(expected)) throw damaged(this.path, name.toString('utf8'));
  }
}

async function beginningOf(path: string): Promise<Buffer> {
  try {
    await using file = await openFile(path, 'r');
    const head = Buffer.alloc(ageBeginning.length);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } catch (error) {
    throw readingFailure(error, path) ?? error;
  }
}

async function openEncrypted(path: string, keys: Keys): Promise<AgeReader> {
  const reader = await AgeReader.open(path, keys);
  const plain = await reader.beginning(beginning.length);
  if (plain.equals(beginning)) return reader;
  reader.close(() => undefined);
  throw new CaseError('package.notAPackage', { path });
}

async function zipIn(bytes: Bytes): Promise<ZipFile> {
  const options = { autoClose: false, decodeStrings: false };
  try {
    return await fromRandomAccessReaderPromise(bytes, bytes.size, options);
  } catch (error) {
    bytes.close(() => undefined);
    throw error;
  }
}

async function entriesOf(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString('utf8');
    if (name.includes('\\') || leadsOut(name) || isLink(entry)) {
      throw new CaseError('package.unsafePath', { path, member: name });
    }
    if (entries.has(name) || entries.size >= mostMembers) throw damaged(path, name);
    entries.set(name, entry);
  }
  return entries;
}
