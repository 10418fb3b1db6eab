import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { CaseError } from '#contract/error.ts';
import { decodedName, isLink, leadsOut } from '../../../archives/index.ts';
import { readingFailure } from '../../failure.ts';
import { within } from '../limits.ts';

/**
 * The ZIP of a REFI-QDA project as programs in the field write it: with folders under any name and case, backslashes
 * between them, names decomposed by a Macintosh. Nothing of it is trusted, and nothing outside it is ever opened.
 */
export class ProjectArchive {
  readonly path: string;
  readonly #zip: ZipFile;
  readonly #byName: ReadonlyMap<string, Entry>;

  private constructor(path: string, zip: ZipFile, byName: ReadonlyMap<string, Entry>) {
    this.path = path;
    this.#zip = zip;
    this.#byName = byName;
  }

  /**
   * Reads the list of members.
   *
   * @throws CaseError `foreign.unreadable`, `foreign.unsafe` {member}, `foreign.tooLarge`, `file.notReadable`
   */
  static async open(path: string): Promise<ProjectArchive> {
    let zip: ZipFile;
    try {
      zip = await openPromise(path, { autoClose: false, decodeStrings: false });
    } catch (error) {
      throw readingFailure(error, path) ?? unreadable(path, error);
    }
    zip.on('error', () => undefined);
    try {
      return new ProjectArchive(path, zip, await membersOf(zip, path));
    } catch (error) {
      zip.close();
      if (error instanceof CaseError) throw error;
      throw readingFailure(error, path) ?? unreadable(path, error);
    }
  }

  /** Names of the members, as folded for comparing. */
  get names(): string[] {
    return [...this.#byName.keys()];
  }

  /** The name under which there is such a member, whatever the case of its letters; null when there is none. */
  find(name: string): string | null {
    const folded = foldedName(name);
    return this.#byName.has(folded) ? folded : null;
  }

  /** @throws CaseError `foreign.unreadable`, `foreign.tooLarge` */
  async bytes(name: string, what: 'xml' | 'member'): Promise<Buffer> {
    within(this.path, what, this.#entry(name).uncompressedSize);
    const parts: Buffer[] = [];
    for await (const part of this.#read(name)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** Puts a member into a file. @throws CaseError `foreign.unreadable`, `foreign.tooLarge`, `file.diskFull` and its like */
  async unpack(name: string, target: string): Promise<void> {
    const file = createWriteStream(target, { mode: 0o600, flags: 'wx' });
    const written = finished(file);
    // Who reads to the end learns of it by `await`; a failure before that must not go unheard.
    written.catch(() => undefined);
    try {
      for await (const part of this.#read(name)) {
        if (!file.write(part)) await Promise.race([written, drained(file)]);
      }
      file.end();
      await written;
    } catch (error) {
      file.destroy();
      throw error;
    }
  }

  close(): void {
    this.#zip.close();
  }

  #entry(name: string): Entry {
    const entry = this.#byName.get(name);
    if (entry === undefined) throw unreadable(this.path, undefined, name);
    return entry;
  }

  async *#read(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#entry(name);
    let seen = 0;
    let crc = 0;
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const part of stream) {
        const chunk = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
        seen += chunk.length;
        if (seen > entry.uncompressedSize) throw unreadable(this.path, undefined, name);
        crc = crc32(chunk, crc);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof CaseError) throw error;
      throw readingFailure(error, this.path) ?? unreadable(this.path, error, name);
    }
    if (seen !== entry.uncompressedSize || crc !== entry.crc32) {
      throw unreadable(this.path, undefined, name);
    }
  }
}

function drained(file: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => file.once('drain', resolve));
}

async function membersOf(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const members = new Map<string, Entry>();
  let unfolded = 0;
  for await (const entry of zip.eachEntry()) {
    const name = decodedName(entry.fileNameRaw).replaceAll('\\', '/');
    if (leadsOut(name) || isLink(entry)) {
      throw new CaseError('foreign.unsafe', { path, member: name });
    }
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(name)) continue;
    unfolded += entry.uncompressedSize;
    within(path, 'unfolded', unfolded);
    within(path, 'member', entry.uncompressedSize);
    within(path, 'members', members.size + 1);
    const folded = foldedName(name);
    if (!members.has(folded)) members.set(folded, entry);
  }
  return members;
}

function foldedName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .normalize('NFC')
    .toLowerCase();
}

function unreadable(path: string, cause?: unknown, member = ''): CaseError {
  return new CaseError(
    'foreign.unreadable',
    member === '' ? { path } : { path, reason: member },
    cause,
  );
}
