import {
  apostrophe,
  foldedLetters,
  foldTable,
  ideograph,
  ignored,
  lastClass,
  separator,
} from './character-table.ts';

/**
 * FNV-1a over folded units (http://www.isthe.com/chongo/tech/comp/fnv/), but from 0: no letter is 0, so that nothing is
 * lost by it, and what is between words begins the next one without a branch.
 */
export const hashBasis = 0;
export const hashPrime = 0x01000193;

/** Longer words are none of a name. */
const longest = 256;

/**
 * Reads one word of a text with all that a word can have: apostrophes, marks, letters that fold to several, ideographs.
 * The word is in its fields until the next one is read, so that nothing is made anew for each word.
 */
export class WordReader {
  /** The folded letters. */
  readonly codes: Uint16Array = new Uint16Array(longest + 8);
  /** How many there are; 0 when there was no word, or one that is too long. */
  length = 0;
  hash: number = hashBasis;
  /** Where the word's last letter ends, in UTF-16 units of the text. */
  end = 0;
  /** Where to read on. */
  next = 0;
  /** Of a word in "'s" or "s'": its length and end without them, and 0 for any other word. */
  possessorLength = 0;
  possessorEnd = 0;
  /** The hash of the word without them. */
  possessorHash: number = hashBasis;

  /** Reads from where a letter, mark or apostrophe is. */
  read(text: string, start: number): void {
    this.length = 0;
    this.end = start;
    this.possessorLength = 0;
    let hash = hashBasis;
    let beforeLast = hashBasis;
    let apostropheAt = -1;
    let lettersBefore = 0;
    let hashBefore = hashBasis;
    let hashBeforeLast = hashBasis;
    let endBefore = start;
    let endBeforeLast = start;
    let endOfLast = start;
    let at = start;
    for (; at < text.length;) {
      const unit = text.charCodeAt(at);
      const folded = foldTable[unit] ?? separator;
      if (folded > lastClass) {
        endBeforeLast = endOfLast;
        beforeLast = hash;
        hash = Math.imul(hash ^ folded, hashPrime);
        this.#add(folded);
        at += 1;
        endOfLast = at;
      } else if (folded === separator) {
        break;
      } else if (folded === apostrophe) {
        apostropheAt = at;
        lettersBefore = this.length;
        hashBefore = hash;
        hashBeforeLast = beforeLast;
        endBefore = endOfLast;
        at += 1;
      } else if (folded === ignored) {
        at += 1;
        // A mark belongs to the letter before it.
        if (endOfLast === at - 1 && this.length > 0) endOfLast = at;
      } else if (folded === ideograph) {
        if (this.length > 0) break;
        this.#add(unit);
        hash = Math.imul(hash ^ unit, hashPrime);
        at += 1;
        endOfLast = at;
        break;
      } else {
        const codePoint = text.codePointAt(at) ?? 0;
        const letters = foldedLetters(codePoint);
        if (letters === '') break;
        for (let index = 0; index < letters.length; index += 1) {
          const code = letters.charCodeAt(index);
          beforeLast = hash;
          hash = Math.imul(hash ^ code, hashPrime);
          this.#add(code);
        }
        at += codePoint > 0xffff ? 2 : 1;
        endBeforeLast = endOfLast;
        endOfLast = at;
      }
    }
    this.hash = hash;
    this.end = endOfLast;
    this.next = at > start ? at : start + 1;
    if (this.length > longest) this.length = 0;
    if (apostropheAt < 0 || this.length < 2 || lettersBefore === 0) return;
    if (this.codes[this.length - 1] !== letterS) return;
    if (this.length - lettersBefore === 1) {
      this.possessorLength = lettersBefore;
      this.possessorEnd = endBefore;
      this.possessorHash = hashBefore;
    } else if (this.length === lettersBefore) {
      this.possessorLength = lettersBefore - 1;
      this.possessorEnd = endBeforeLast;
      this.possessorHash = hashBeforeLast;
    }
  }

  /** The word, folded. */
  word(): string {
    return String.fromCharCode(...this.codes.subarray(0, this.length));
  }

  #add(code: number): void {
    if (this.length < longest) this.codes[this.length] = code;
    this.length = Math.min(this.length + 1, longest + 1);
  }
}

const letterS = 0x73;

/** Nothing is kept in it between two readings. */
const reader = new WordReader();

/** A word of a text, folded, and where it stands in UTF-16 units. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** All words of a short text such as a name. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const folded = foldTable[text.charCodeAt(at)] ?? separator;
    if (folded === separator || folded === apostrophe || folded === ignored) {
      at += 1;
      continue;
    }
    reader.read(text, at);
    if (reader.length > 0) words.push({ folded: reader.word(), start: at, end: reader.end });
    at = reader.next;
  }
  return words;
}
