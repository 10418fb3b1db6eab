import { open as openFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { fromRandomAccessReaderPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { CaseError } from '#contract/error.ts';
import { ageBeginning, type Keys } from './age.ts';
import { AgeReader } from './age-reader.ts';
import { damaged, readingFailure } from './failure.ts';

/** More members than any package has. */
const mostMembers = 2_000_000;
/** How every ZIP that holds something begins (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7). */
const beginning = Buffer.from('PK\x03\x04', 'latin1');

/** A ZIP that somebody handed us, open for reading. Nothing of it is trusted. */
export class ZipReader {
  readonly path: string;
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;

  private constructor(path: string, zip: ZipFile, entries: Map<string, Entry>) {
    this.path = path;
    this.#zip = zip;
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
    let zip: ZipFile;
    try {
      zip = encrypted ? await openEncrypted(path, keys) : await openPromise(path, zipOptions);
    } catch (error) {
      if (error instanceof CaseError) throw error;
      throw readingFailure(error, path) ?? damaged(path, '', error);
    }
    // The reading of entries has its own ear for errors, and takes it away when it ends.
    zip.on('error', () => undefined);
    try {
      return new ZipReader(path, zip, await entriesOf(zip, path));
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
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const part of stream) {
        const chunk = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
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

const zipOptions = { autoClose: false, decodeStrings: false };

async function openEncrypted(path: string, keys: Keys): Promise<ZipFile> {
  const reader = await AgeReader.open(path, keys);
  try {
    const plain = await reader.beginning(beginning.length);
    if (!plain.equals(beginning)) throw new CaseError('package.notAPackage', { path });
    return await fromRandomAccessReaderPromise(reader, reader.size, zipOptions);
  } catch (error) {
    reader.close(() => undefined);
    throw error;
  }
}

async function entriesOf(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString('utf8');
    if (isUnsafe(name) || isLink(entry)) {
      throw new CaseError('package.unsafePath', { path, member: name });
    }
    if (entries.has(name) || entries.size >= mostMembers) throw damaged(path, name);
    entries.set(name, entry);
  }
  return entries;
}

/** Whether a name could mean a place outside the package on some system. */
function isUnsafe(name: string): boolean {
  return (
    name.includes('\\') ||
    name.includes('\0') ||
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name) ||
    name.split('/').includes('..')
  );
}

/** Whether a member is a symbolic link: its Unix mode is in the upper half of its external attributes. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}
