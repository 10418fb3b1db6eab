import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import { CaseError } from '#contract/error.ts';
import { fileKeyOf, headerOf, Payload, type Keys, type Lock } from './age.ts';
import { damaged, readingFailure } from './failure.ts';

/** No header is longer, in bytes: a thousand recipients fit. */
const longestHeader = 256 * 1024;

/** How a file is encrypted; null when it is not one of age. */
export async function lockOf(path: string): Promise<Lock | null> {
  try {
    await using file = await open(path, 'r');
    return headerOf(await beginningOf(file))?.lock ?? null;
  } catch (error) {
    throw readingFailure(error, path) ?? error;
  }
}

/** The plain text of a file of age, read from wherever it is asked for; nothing of it is ever written. */
export class AgeReader extends RandomAccessReader {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #payload: Payload;
  /** The part that was opened last: reading goes from one byte to the next. */
  #opened: { part: number; plain: Buffer } | null = null;
  #closing: Promise<void> | null = null;

  private constructor(path: string, file: FileHandle, payload: Payload) {
    super();
    this.#path = path;
    this.#file = file;
    this.#payload = payload;
  }

  /**
   * @throws CaseError `package.passphraseNeeded`, `package.passphraseWrong`, `package.notForThisKey`,
   *   `package.damaged`, also when the file ends too soon
   */
  static async open(path: string, keys: Keys): Promise<AgeReader> {
    const file = await open(path, 'r');
    try {
      const beginning = await beginningOf(file);
      const head = headerOf(beginning);
      if (head === null) throw damaged(path, '');
      const fileKey = await fileKeyOf(path, head, keys);
      const nonce = Buffer.alloc(Payload.nonceSize);
      await file.read(nonce, 0, nonce.length, head.header.length);
      const { size } = await file.stat();
      let payload: Payload;
      try {
        payload = new Payload(fileKey, nonce, head.header.length, size);
      } catch (error) {
        throw damaged(path, '', error);
      }
      const reader = new AgeReader(path, file, payload);
      await reader.#plain(payload.lastPart);
      return reader;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Bytes of plain text. */
  get size(): number {
    return this.#payload.size;
  }

  /** The first bytes, or as many as there are. */
  async beginning(length: number): Promise<Buffer> {
    return (await this.#plain(0)).subarray(0, length);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#bytes(start, end), { objectMode: false });
  }

  override close(done: (error: Error | null) => void): void {
    void this.#end(done);
  }

  async #end(done: (error: Error | null) => void): Promise<void> {
    try {
      this.#closing ??= this.#file.close();
      await this.#closing;
      done(null);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async *#bytes(start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
    for (let at = start; at < Math.min(end, this.size);) {
      const { part, within } = Payload.place(at);
      const plain = await this.#plain(part);
      const bytes = plain.subarray(within, within + end - at);
      yield bytes;
      at += bytes.length;
    }
  }

  async #plain(part: number): Promise<Buffer> {
    if (this.#opened?.part === part) return this.#opened.plain;
    const { start, length } = this.#payload.part(part);
    const sealed = Buffer.alloc(length);
    const { bytesRead } = await this.#file.read(sealed, 0, length, start);
    let plain: Buffer;
    try {
      plain = this.#payload.open(part, sealed.subarray(0, bytesRead));
    } catch (error) {
      throw new CaseError('package.damaged', { path: this.#path, member: '' }, error);
    }
    this.#opened = { part, plain };
    return plain;
  }
}

async function beginningOf(file: FileHandle): Promise<Buffer> {
  const beginning = Buffer.alloc(longestHeader);
  const { bytesRead } = await file.read(beginning, 0, longestHeader, 0);
  return beginning.subarray(0, bytesRead);
}
