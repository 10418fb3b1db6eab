import { apostrophe, foldTable, ideograph, lastClass, separator } from './character-table.ts';
import { FoundWords, isInitial, isPossessive } from './found-words.ts';
import { hashBasis, hashPrime, WordReader } from './word-reader.ts';
import { asName, beginsPair, inAnyCase, type WordTable } from './word-table.ts';

/** Gives a number to a word that is not found in its own script, or -1; see `CrossScript`. */
export interface ForeignWords {
  /** Whether words in Latin letters are asked for too; they are most words of most texts. */
  readonly wantsLatin: boolean;
  find(text: string, start: number, end: number, hash: number): number;
}

/** Units read at a time: small enough for a processor's cache. */
const blockLength = 2 ** 15;
const firstForeign = 0x370;

/**
 * Reads a text once and keeps the words that may belong to a name: those that are a name alone, those of whose pair with
 * the next one some name begins, what goes on from them, initials, and what `foreign` knows. Nothing is made for a word
 * that is passed over, and its letters cost a table, a hash and nothing else, since a text has millions.
 */
export function scan(
  text: string,
  table: WordTable,
  foreign: ForeignWords | undefined,
): FoundWords {
  return new Scanner(text, table, foreign).run();
}

class Scanner {
  readonly #text: string;
  readonly #table: WordTable;
  readonly #foreign: ForeignWords | undefined;
  readonly #wantsLatin: boolean;
  readonly #found = new FoundWords();
  readonly #reader = new WordReader();
  #ordinal = 0;
  /** A word that is kept only if a name begins with it and the next one. */
  #heldStart = 0;
  #heldEnd = 0;
  #heldWord = -1;
  #heldFlags = 0;
  #heldOrdinal = -2;

  constructor(text: string, table: WordTable, foreign: ForeignWords | undefined) {
    this.#text = text;
    this.#table = table;
    this.#foreign = foreign;
    this.#wantsLatin = foreign?.wantsLatin === true;
  }

  run(): FoundWords {
    const text = this.#text;
    const bytes = Buffer.allocUnsafe(blockLength * 2);
    const units = new Uint16Array(bytes.buffer, bytes.byteOffset, blockLength);
    for (let from = 0; from < text.length;) {
      const block = text.slice(from, from + blockLength);
      bytes.write(block, 'utf16le');
      const next = this.#readBlock(units, block.length, from);
      // The last word of a block may go on in the next one; one that fills a block is none of ours.
      from = next > from ? next : from + block.length;
    }
    return this.#found;
  }

  /** Reads what a block has whole words of; gives where to read on, in units of the text. */
  #readBlock(units: Uint16Array, length: number, from: number): number {
    const fold = foldTable;
    const table = this.#table;
    const bits = table.bits;
    const wantsLatin = this.#wantsLatin;
    const isLast = from + length >= this.#text.length;
    let ordinal = this.#ordinal;
    let at = 0;
    while (at < length) {
      let folded = fold[units[at] ?? 0] ?? separator;
      if (folded <= lastClass && (folded === separator || folded <= apostrophe)) {
        at += 1;
        continue;
      }
      const start = at;
      const first = folded;
      let hash = hashBasis;
      while (folded > lastClass) {
        hash = Math.imul(hash ^ folded, hashPrime);
        at += 1;
        folded = at < length ? (fold[units[at] ?? 0] ?? separator) : separator;
      }
      if (at >= length && !isLast) {
        this.#ordinal = ordinal;
        return from + start;
      }
      ordinal += 1;
      if (folded === separator || (folded === ideograph && at > start)) {
        const bit = Math.imul(hash, table.spread) >>> table.shift;
        const mayBeKnown = (((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
        if (mayBeKnown || first >= firstForeign || wantsLatin || at - start === 1) {
          this.#ordinal = ordinal;
          this.#take(mayBeKnown, hash, from + start, from + at, first);
        }
      } else {
        this.#ordinal = ordinal;
        const next = this.#takeUnusual(from + start, first);
        ordinal = this.#ordinal;
        at = Math.min(next - from, length);
        if (next > from + length) {
          return next;
        }
      }
    }
    this.#ordinal = ordinal;
    return from + length;
  }

  /** A word of plain letters. */
  #take(mayBeKnown: boolean, hash: number, start: number, end: number, first: number): void {
    const word = mayBeKnown ? this.#table.find(hash, this.#text, start, end) : -1;
    this.#keep(word, hash, start, end, first, 0);
  }

  /** A word with apostrophes, marks or letters that fold to several, or an ideograph. Gives where to read on. */
  #takeUnusual(start: number, first: number): number {
    const reader = this.#reader;
    const table = this.#table;
    reader.read(this.#text, start);
    if (reader.length === 0) {
      // A word too long for a name parts what is around it; a symbol is left to the gap.
      if (reader.end === start) this.#ordinal -= 1;
      return reader.next;
    }
    let { hash, end } = reader;
    let flags = 0;
    let word = table.mayHave(hash) ? table.findCodes(hash, reader.codes, reader.length) : -1;
    if (word < 0 && reader.possessorLength > 0) {
      hash = reader.possessorHash;
      end = reader.possessorEnd;
      flags = isPossessive;
      if (table.mayHave(hash)) word = table.findCodes(hash, reader.codes, reader.possessorLength);
    }
    this.#keep(word, hash, start, end, first, flags);
    return reader.next;
  }

  #keep(
    word: number,
    hash: number,
    start: number,
    end: number,
    first: number,
    flags: number,
  ): void {
    const ordinal = this.#ordinal;
    let number = -1;
    if (this.#foreign !== undefined && (first >= firstForeign || this.#wantsLatin)) {
      number = this.#foreign.find(this.#text, start, end, hash);
    }
    const letter = this.#text.charCodeAt(start);
    // ASCII letters have their case in one bit; others are not asked, since a capital more costs little.
    const isLower = letter >= 0x61 && letter <= 0x7a;
    if (end - start === 1 && !isLower && isCapital(this.#text, start)) flags |= isInitial;
    const uses = word < 0 ? 0 : this.#table.usesOf(word);
    const isAlone = (uses & (isLower ? inAnyCase : asName)) !== 0 || (flags & isInitial) !== 0;
    const found = this.#found;
    const goesOn = word >= 0 && found.lastOrdinal === ordinal - 1;
    if (isAlone || goesOn || number >= 0) {
      this.#release(ordinal);
      found.push(start, end, ordinal, word, number, flags);
      return;
    }
    if (word < 0) return;
    if (this.#heldOrdinal === ordinal - 1 && this.#table.isBeginning(this.#heldWord, word)) {
      this.#release(ordinal);
      found.push(start, end, ordinal, word, number, flags);
    } else if ((uses & beginsPair) !== 0) {
      this.#heldStart = start;
      this.#heldEnd = end;
      this.#heldWord = word;
      this.#heldFlags = flags;
      this.#heldOrdinal = ordinal;
    }
  }

  /** Keeps the word before this one after all, if it is held. */
  #release(ordinal: number): void {
    if (this.#heldOrdinal !== ordinal - 1) return;
    this.#found.push(
      this.#heldStart,
      this.#heldEnd,
      this.#heldOrdinal,
      this.#heldWord,
      -1,
      this.#heldFlags,
    );
    this.#heldOrdinal = -2;
  }
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}
