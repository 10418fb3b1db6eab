import { apostrophe, foldTable, ideograph, lastClass, separator } from './character-table.ts';
import { hashBasis, hashPrime } from './word-reader.ts';

/** Units read at a time: small enough for a processor's cache. */
const blockLength = 2 ** 15;
/** Units whose words are looked at together. */
const runLength = 2 ** 12;
/** Where a word ends in its block, above how many letters it has; to be shifted without a sign. */
export const spanShift = 16;
export const spanMask: number = 2 ** spanShift - 1;

/** How many words a run of a text may have, and one more. Where texts are short, arrays cost more than what they hold. */
export function mostWords(text: string): number {
  return Math.min(runLength, text.length + 2);
}

/**
 * Takes a text apart into words, some hundred at a time: the hash of each word's folded letters and where it stands.
 * Nothing is made for a word, and its letters cost a table, a hash and nothing else, since a text has millions. Words
 * that have more to them than letters with one folded letter each are left to the caller.
 */
export class WordRuns {
  /** Of the words of this run. One more than are counted is written. */
  readonly hashes: Int32Array;
  readonly spans: Int32Array;
  /** How many words this run has. */
  count = 0;
  /** The UTF-16 units of the block, which an array gives several times faster than a string. */
  readonly units: Uint16Array;
  /** Where the block begins in the text, in UTF-16 units. */
  from = 0;
  /** Where in the text, after this run, a word begins that is left to the caller; -1 if none does. See `goOn`. */
  unusual = -1;
  readonly #text: string;
  readonly #bytes: Buffer;
  /** How many units the block has, and how many of them were read. */
  #length = 0;
  #at = 0;
  /** Of the word that was not at its end where the last run was: its letters so far. */
  #letters = 0;
  #hash: number = hashBasis;

  constructor(text: string) {
    this.#text = text;
    const most = mostWords(text);
    this.hashes = new Int32Array(most);
    this.spans = new Int32Array(most);
    const units = new Uint16Array(Math.min(blockLength, text.length));
    this.units = units;
    this.#bytes = Buffer.from(units.buffer);
    this.#load(0);
  }

  /** Reads the next run, which may have no words. Gives false at the end of the text. */
  next(): boolean {
    if (this.#at >= this.#length && !this.#loadNext()) return false;
    const fold = foldTable;
    const { units, hashes, spans } = this;
    const length = this.#length;
    const isLast = this.from + length >= this.#text.length;
    let count = 0;
    let at = this.#at | 0;
    let hash = this.#hash | 0;
    let letters = this.#letters | 0;
    let wasLetter = (0 - letters) >> 31;
    let folded = 0;
    const end = Math.min(length, at + runLength);
    // Where words end cannot be foreseen by a processor, so that no branch depends on it: the word that would end
    // here is always written, and counted only if it does. Less 1 and unsigned, a separator is above all classes.
    for (; at < end; at += 1) {
      folded = fold[units[at] ?? 0] ?? separator;
      if ((folded - 1) >>> 0 < lastClass) break;
      /** All bits of a letter, none of a separator. */
      const isLetter = (lastClass - folded) >> 31;
      hashes[count] = hash;
      spans[count] = (at << spanShift) | letters;
      count += wasLetter & ~isLetter & 1;
      hash = Math.imul(hash ^ folded, hashPrime) & isLetter;
      letters = (letters + 1) & isLetter;
      wasLetter = isLetter;
    }
    const isBeforeIdeograph = at < end && letters > 0 && folded === ideograph;
    if (isBeforeIdeograph || (at >= length && isLast && letters > 0)) {
      hashes[count] = hash;
      spans[count] = (at << spanShift) | letters;
      count += 1;
      letters = 0;
      hash = hashBasis;
    }
    this.count = count;
    // A mark or an apostrophe before any letter is of no word.
    const isStray = at < end && letters === 0 && folded <= apostrophe;
    this.unusual = at < end && !isBeforeIdeograph && !isStray ? this.from + at - letters : -1;
    this.#at = isStray ? at + 1 : at;
    this.#letters = letters;
    this.#hash = hash;
    return true;
  }

  /** Goes on from behind a word that was left to the caller. */
  goOn(offset: number): void {
    this.#letters = 0;
    this.#hash = hashBasis;
    if (offset >= this.from + this.#length) this.#load(offset);
    else this.#at = offset - this.from;
  }

  #loadNext(): boolean {
    const end = this.from + this.#length;
    if (end >= this.#text.length) return false;
    // The last word of a block may go on in the next one; one that fills a block is none of ours.
    this.#load(this.#letters < this.#length ? end - this.#letters : end);
    return true;
  }

  #load(from: number): void {
    const block = this.#text.slice(from, from + blockLength);
    this.#bytes.write(block, 'utf16le');
    this.from = from;
    this.#length = block.length;
    this.#at = 0;
    this.#letters = 0;
    this.#hash = hashBasis;
  }
}
