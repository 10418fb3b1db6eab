import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { CaseError } from '#contract/error.ts';
import { PageCipher, reservedBytes } from './cipher.ts';
import { pagesInLog } from './log.ts';
import { readPage } from './tree-page.ts';

/** Every case file is made with pages of this size. */
const pageSize = 4096;
/** Pages looked at to tell what sort of file it is. */
const looked = 2000;
/** Pages kept at hand. */
const atHand = 2048;

/**
 * The pages of a case file, read without SQLite, which reads nothing of a file whose first page or schema is broken. The
 * write-ahead log beside it, if one was left, counts.
 */
export class PageFile {
  /** Pages that the file should have: what it holds, or what its first page says, whichever is more. */
  readonly count: number;
  /** Pages that are there. */
  readonly there: number;
  /** Bytes of a page that SQLite uses. */
  readonly usable: number;
  readonly encrypted: boolean;
  readonly #file: number;
  readonly #log: number | null;
  readonly #inLog: ReadonlyMap<number, number>;
  readonly #cipher: PageCipher | null;
  readonly #size: number;
  readonly #cache = new Map<number, Buffer | null>();

  /**
   * @throws CaseError `case.passphraseNeeded`, `case.passphraseWrong` (also when the salt, on which the key depends, is
   *   lost), `case.notACaseFile` when nothing in it is of a case
   */
  constructor(path: string, passphrase: string | undefined) {
    this.#file = openSync(path, 'r');
    this.#log = existsSync(`${path}-wal`) ? openSync(`${path}-wal`, 'r') : null;
    try {
      this.#size = fstatSync(this.#file).size;
      const log =
        this.#log === null
          ? { offsets: new Map<number, number>(), pages: 0 }
          : pagesInLog(this.#log, pageSize);
      this.#inLog = log.offsets;
      this.#cipher = null;
      if (!this.#isPlain()) {
        if (passphrase === undefined) {
          throw new CaseError(
            this.#looksEncrypted() ? 'case.passphraseNeeded' : 'case.notACaseFile',
            { path },
          );
        }
        const first = Buffer.alloc(16);
        readSync(this.#file, first, 0, 16, 0);
        this.#cipher = new PageCipher(passphrase, first);
        this.#cache.clear();
        if (!this.#hasPages()) throw new CaseError('case.passphraseWrong', { path });
      }
      this.encrypted = this.#cipher !== null;
      this.usable = pageSize - (this.encrypted ? reservedBytes : 0);
      let there = Math.floor(this.#size / pageSize);
      for (const number of this.#inLog.keys()) there = Math.max(there, number);
      this.there = there;
      const first = this.read(1);
      const said = first !== null && isHeader(first) ? first.readUInt32BE(28) : 0;
      // A number that was damaged is not believed: no file loses nine tenths of itself and is worth repairing.
      this.count = Math.max(
        log.pages,
        Math.ceil(this.#size / pageSize),
        said <= this.there * 10 + 1000 ? said : 0,
      );
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** A page, or null when it is not there or, in an encrypted file, is not as it was written. @param number from 1 */
  read(number: number): Buffer | null {
    const known = this.#cache.get(number);
    if (known !== undefined) return known;
    const page = this.#readRaw(number);
    const plain = page === null || this.#cipher === null ? page : this.#cipher.open(page, number);
    if (this.#cache.size >= atHand) {
      for (const oldest of this.#cache.keys()) {
        this.#cache.delete(oldest);
        break;
      }
    }
    this.#cache.set(number, plain);
    return plain;
  }

  close(): void {
    closeSync(this.#file);
    if (this.#log !== null) closeSync(this.#log);
  }

  #readRaw(number: number): Buffer | null {
    if (!Number.isInteger(number) || number < 1) return null;
    const page = Buffer.alloc(pageSize);
    const inLog = this.#inLog.get(number);
    const read =
      inLog !== undefined && this.#log !== null
        ? readSync(this.#log, page, 0, pageSize, inLog)
        : readSync(this.#file, page, 0, pageSize, (number - 1) * pageSize);
    return read === pageSize ? page : null;
  }

  /** Whether it is not encrypted: by its first bytes, or, when those are lost, by pages as SQLite writes them. */
  #isPlain(): boolean {
    const first = this.#readRaw(1);
    return (first !== null && isHeader(first)) || this.#hasPages();
  }

  /** Whether some page looks like one of a database. Of random bytes, one in many thousands does. */
  #hasPages(): boolean {
    const last = Math.min(Math.ceil(this.#size / pageSize), looked);
    let seen = 0;
    for (let number = 1; number <= last; number += 1) {
      const raw = this.#readRaw(number);
      if (raw === null) continue;
      if (this.#cipher !== null) {
        if (this.#cipher.open(raw, number) !== null) return true;
      } else if ((readPage(raw, number, pageSize)?.cells.length ?? 0) > 0) seen += 1;
      if (seen > 1 || (seen === 1 && number === last && last < 100)) return true;
    }
    return seen > 0 && seen * 1000 > last;
  }

  /** Whether some page could be cipher text: 512 random bytes have about 221 distinct values, and never fewer than 180. */
  #looksEncrypted(): boolean {
    const last = Math.min(Math.ceil(this.#size / pageSize), looked);
    for (let number = 1; number <= last; number += 1) {
      const raw = this.#readRaw(number);
      if (raw !== null && new Set(raw.subarray(0, 512)).size > 180) return true;
    }
    return false;
  }
}

function isHeader(page: Buffer): boolean {
  return page.toString('latin1', 0, 16) === 'SQLite format 3\0';
}
