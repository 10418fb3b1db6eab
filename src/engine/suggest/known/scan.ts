import { apostrophe, foldTable, ideograph, lastClass, separator } from './character-table.ts';
import { FoundWords, isInitial, isPossessive } from './found-words.ts';
import { hashBasis, hashPrime, WordReader } from './word-reader.ts';
import {
  asName,
  beginsPair,
  inAnyCase,
  pairBit,
  usesBits,
  usesShift,
  usesSpread,
  type WordTable,
} from './word-table.ts';

/** Gives a number to a word that is not found in its own script, or -1; see `CrossScript`. */
export interface ForeignWords {
  /** Whether words in Latin letters are asked for too; they are most words of most texts. */
  readonly wantsLatin: boolean;
  find(text: string, start: number, end: number, hash: number): number;
}

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

/** Units read at a time: small enough for a processor's cache. */
const blockLength = 2 ** 15;
/** Units whose words are looked at together. */
const runLength = 2 ** 12;
/** Where a word ends in its block, above how many letters it has. */
const spanShift = 16;
const spanMask = 2 ** spanShift - 1;
/** Of the uses of a word, which are kept below which one of a run it is. */
const usesMask = 2 ** usesBits - 1;
const firstForeign = 0x370;
const nothingHeld = -2;
/** Of a word whose number was not looked up; -1 is one that has none. */
const unknown = -2;

class Scanner {
  readonly #text: string;
  readonly #table: WordTable;
  readonly #foreign: ForeignWords | undefined;
  readonly #wantsLatin: boolean;
  readonly #found = new FoundWords();
  readonly #reader = new WordReader();
  /** Of the words of a run, as they are read. One more than are counted is written. */
  readonly #hashes = new Int32Array(runLength);
  readonly #spans = new Int32Array(runLength);
  readonly #worthy = new Int32Array(runLength);
  /** How many words there were so far. */
  #ordinal = 0;
  /** The one after the last that was kept. */
  #nextOrdinal = -1;
  /** A word that is kept only if a name begins with it and the next one. */
  #heldOrdinal = nothingHeld;
  #heldHash = 0;
  #heldStart = 0;
  #heldEnd = 0;
  /** Its number, where that was looked up already. */
  #heldWord = unknown;
  #heldFlags = 0;
  /** Whether it is kept already, since it is a name alone. */
  #isHeldKept = false;

  constructor(text: string, table: WordTable, foreign: ForeignWords | undefined) {
    this.#text = text;
    this.#table = table;
    this.#foreign = foreign;
    this.#wantsLatin = foreign?.wantsLatin === true;
  }

  run(): FoundWords {
    const text = this.#text;
    // Units in an array are read several times faster than those of a string.
    const room = Math.min(blockLength, text.length);
    const units = new Uint16Array(room);
    const bytes = Buffer.from(units.buffer);
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
    const hashes = this.#hashes;
    const spans = this.#spans;
    const isLast = from + length >= this.#text.length;
    let count = 0;
    let hash: number = hashBasis;
    let letters = 0;
    let wasLetter = 0;
    let at = 0;
    for (let end = Math.min(length, runLength); ;) {
      let folded = 0;
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
      if (at < end && letters === 0 && folded <= apostrophe) {
        at += 1;
        continue;
      }
      const endsWord = at < end ? letters > 0 && folded === ideograph : at >= length && isLast;
      if (endsWord && letters > 0) {
        hashes[count] = hash;
        spans[count] = (at << spanShift) | letters;
        count += 1;
        letters = 0;
      }
      this.#readWords(units, count, from);
      count = 0;
      if (at >= length) return from + length - letters;
      if (at < end && !endsWord) {
        this.#ordinal += 1;
        const start = at - letters;
        const next = this.#takeUnusual(from + start, fold[units[start] ?? 0] ?? separator);
        if (next >= from + length) return next;
        at = next - from;
        letters = 0;
      }
      if (letters === 0) {
        hash = hashBasis;
        wasLetter = 0;
      }
      end = Math.min(length, at + runLength);
    }
  }

  /** Looks which of some words, as `hashes` and `spans` have them, may belong to a name. */
  #readWords(units: Uint16Array, count: number, from: number): void {
    const fold = foldTable;
    const { usesByHash, pairs } = this.#table;
    const hashes = this.#hashes;
    const spans = this.#spans;
    const worthy = this.#worthy;
    const asksAll = this.#wantsLatin ? 1 : 0;
    let worthyCount = 0;
    for (let word = 0; word < count; word += 1) {
      const uses = usesByHash[Math.imul(hashes[word] ?? 0, usesSpread) >>> usesShift] ?? 0;
      const span = spans[word] ?? 0;
      const letters = span & spanMask;
      const first = fold[units[(span >> spanShift) - letters] ?? 0] ?? separator;
      worthy[worthyCount] = (word << usesBits) | uses;
      // Without a branch again: in some name, or a letter alone, or of another script.
      worthyCount +=
        asksAll |
        ((0 - uses) >>> 31) |
        ((letters - 2) >>> 31) |
        ((firstForeign - 1 - first) >>> 31);
    }
    const before = this.#ordinal;
    for (let at = 0; at < worthyCount; at += 1) {
      const entry = worthy[at] ?? 0;
      const uses = entry & usesMask;
      const word = entry >> usesBits;
      const ordinal = before + word + 1;
      const hash = hashes[word] ?? 0;
      const span = spans[word] ?? 0;
      const end = span >> spanShift;
      const start = end - (span & spanMask);
      const unit = units[start] ?? 0;
      const first = fold[unit] ?? separator;
      // A word without a capital that is no name alone, and begins none with the one before it: most of the rest.
      const isPlain =
        unit === first &&
        first < firstForeign &&
        (uses & inAnyCase) === 0 &&
        asksAll === 0 &&
        ordinal !== this.#nextOrdinal;
      if (isPlain) {
        const bit = ordinal === this.#heldOrdinal + 1 ? pairBit(this.#heldHash, hash) : -1;
        if (bit < 0 || (((pairs[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) {
          const hasNext =
            word + 1 >= count ||
            (at + 1 < worthyCount && (worthy[at + 1] ?? 0) >> usesBits === word + 1);
          if ((uses & beginsPair) !== 0 && hasNext) {
            this.#hold(ordinal, hash, from + start, from + end, unknown, 0);
          }
          continue;
        }
      }
      this.#ordinal = ordinal;
      this.#take(uses, hash, from + start, from + end, first, 0, unknown);
    }
    this.#ordinal = before + count;
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
    let { hash, end, length } = reader;
    let flags = 0;
    let word = table.findCodes(hash, reader.codes, length);
    if (word < 0 && reader.possessorLength > 0) {
      hash = reader.possessorHash;
      end = reader.possessorEnd;
      length = reader.possessorLength;
      flags = isPossessive;
      word = table.findCodes(hash, reader.codes, length);
    }
    const uses = word < 0 ? 0 : table.usesOf(word);
    this.#take(uses, hash, start, end, first, flags, word);
    return reader.next;
  }

  /** @param word its number, or `unknown`, so that it is looked up only when it is needed */
  #take(
    uses: number,
    hash: number,
    start: number,
    end: number,
    first: number,
    flags: number,
    word: number,
  ): void {
    const ordinal = this.#ordinal;
    let number = -1;
    if (this.#foreign !== undefined && (first >= firstForeign || this.#wantsLatin)) {
      number = this.#foreign.find(this.#text, start, end, hash);
    }
    const letter = this.#text.charCodeAt(start);
    // ASCII letters have their case in one bit; others are not asked, since a capital more costs little.
    const isLower = letter >= 0x61 && letter <= 0x7a;
    const isOne = end - start === 1 && !isLower && isCapital(this.#text, start);
    const marks = isOne ? flags | isInitial : flags;
    const isAlone =
      (uses & (isLower ? inAnyCase : asName)) !== 0 ||
      number >= 0 ||
      isOne ||
      (uses !== 0 && ordinal === this.#nextOrdinal);
    let known = word;
    if (known === unknown && (isAlone || this.#isHeldBefore(ordinal))) {
      known = uses === 0 ? -1 : this.#table.find(hash, this.#text, start, end);
    }
    const isPair = this.#isHeldBefore(ordinal) && this.#table.isBeginning(this.#findHeld(), known);
    if (isPair || (isAlone && (known >= 0 || number >= 0 || isOne))) {
      const goesOn = isPair || isOne || number >= 0 || ordinal === this.#nextOrdinal;
      if (goesOn && this.#isHeldBefore(ordinal)) this.#keepHeld();
      this.#found.push(start, end, ordinal, known, number, marks);
      if (goesOn) this.#nextOrdinal = ordinal + 1;
      else {
        this.#hold(ordinal, hash, start, end, known, marks);
        this.#isHeldKept = true;
      }
    } else if ((uses & beginsPair) !== 0) {
      this.#hold(ordinal, hash, start, end, known, marks);
    }
  }

  #hold(
    ordinal: number,
    hash: number,
    start: number,
    end: number,
    word: number,
    flags: number,
  ): void {
    this.#heldOrdinal = ordinal;
    this.#heldHash = hash;
    this.#heldStart = start;
    this.#heldEnd = end;
    this.#heldWord = word;
    this.#heldFlags = flags;
    this.#isHeldKept = false;
  }

  #isHeldBefore(ordinal: number): boolean {
    return this.#heldOrdinal === ordinal - 1;
  }

  /** Keeps the word before after all. */
  #keepHeld(): void {
    const word = this.#findHeld();
    if (word >= 0 && !this.#isHeldKept) {
      this.#found.push(
        this.#heldStart,
        this.#heldEnd,
        this.#heldOrdinal,
        word,
        -1,
        this.#heldFlags,
      );
    }
    this.#heldOrdinal = nothingHeld;
  }

  #findHeld(): number {
    if (this.#heldWord === unknown) {
      this.#heldWord = this.#table.find(this.#heldHash, this.#text, this.#heldStart, this.#heldEnd);
    }
    return this.#heldWord;
  }
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}
