import { FoundWords, isInitial } from './found-words.ts';
import { firstForeign } from './word-choice.ts';
import { asName, beginsPair, inAnyCase, type WordTable } from './word-table.ts';

/** Gives a number to a word that is not found in its own script, or -1; see `CrossScript`. */
export interface ForeignWords {
  /** Whether words in Latin letters are asked for too; they are most words of most texts. */
  readonly wantsLatin: boolean;
  find(text: string, start: number, end: number, hash: number): number;
}

/** Of a word whose number was not looked up; -1 is one that has none. */
export const unknown = -2;
const nothingHeld = -2;

/**
 * Keeps the words that may belong to a name and shows them as chains: words of a text that follow each other. A word
 * that is kept only if a name begins with it and the next one is held until that one is known.
 */
export class Chains {
  readonly #text: string;
  readonly #table: WordTable;
  readonly #foreign: ForeignWords | undefined;
  readonly #wantsLatin: boolean;
  readonly #visit: (chain: FoundWords) => void;
  readonly #chain = new FoundWords();
  /** The word that was kept last, and the one that goes on from it, by how many words were before. */
  #lastOrdinal = 0;
  #nextOrdinal = -1;
  #heldOrdinal = nothingHeld;
  #heldHash = 0;
  #heldStart = 0;
  #heldEnd = 0;
  /** Its number, where that was looked up already. */
  #heldWord = unknown;
  #heldFlags = 0;
  /** Whether it is kept already, since it is a name alone. */
  #isHeldKept = false;

  constructor(
    text: string,
    table: WordTable,
    foreign: ForeignWords | undefined,
    visit: (chain: FoundWords) => void,
  ) {
    this.#text = text;
    this.#table = table;
    this.#foreign = foreign;
    this.#wantsLatin = foreign?.wantsLatin === true;
    this.#visit = visit;
  }

  /** Whether a word goes on from one that leads to more. */
  isGoingOn(ordinal: number): boolean {
    return ordinal === this.#nextOrdinal;
  }

  isHeld(ordinal: number): boolean {
    return ordinal === this.#heldOrdinal;
  }

  /** Whether a name may begin with the word that is held and one of a hash. False is certain. */
  mayFollowHeld(hash: number): boolean {
    return this.#table.mayBegin(this.#heldHash, hash);
  }

  /** Shows the chain so far unless a word goes on from it. Gives whether one does. */
  showBefore(ordinal: number): boolean {
    if (ordinal === this.#lastOrdinal + 1) return true;
    this.show();
    return false;
  }

  /** Shows the chain so far. */
  show(): void {
    if (this.#chain.count === 0) return;
    this.#visit(this.#chain);
    this.#chain.clear();
  }

  /**
   * Keeps a word, holds it, or neither.
   *
   * @param ordinal which word of the text it is, counting all from 1
   * @param uses how words of its hash are used in names
   * @param start where it stands in the text, in UTF-16 units, until `end`
   * @param first its first letter, folded
   * @param word its number, or `unknown`, so that it is looked up only when it is needed
   */
  take(
    ordinal: number,
    uses: number,
    hash: number,
    start: number,
    end: number,
    first: number,
    flags: number,
    word: number,
  ): void {
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
    const isAfterHeld = this.isHeld(ordinal - 1);
    let known = word;
    if (known === unknown && (isAlone || isAfterHeld)) {
      known = uses === 0 ? -1 : this.#table.find(hash, this.#text, start, end);
    }
    const isPair =
      isAfterHeld && this.mayFollowHeld(hash) && this.#table.isBeginning(this.#findHeld(), known);
    if (isPair || (isAlone && (known >= 0 || number >= 0 || isOne))) {
      const goesOn = isPair || isOne || number >= 0 || ordinal === this.#nextOrdinal;
      if (goesOn && isAfterHeld) this.#keepHeld();
      this.#keep(start, end, ordinal, known, number, marks);
      if (goesOn) this.#nextOrdinal = ordinal + 1;
      else {
        this.hold(ordinal, hash, start, end, known, marks);
        this.#isHeldKept = true;
      }
    } else if ((uses & beginsPair) !== 0) {
      this.hold(ordinal, hash, start, end, known, marks);
    }
  }

  /** Holds a word; see `take`. */
  hold(
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

  /** Keeps the word before after all. */
  #keepHeld(): void {
    const word = this.#findHeld();
    if (word >= 0 && !this.#isHeldKept) {
      const flags = this.#heldFlags;
      this.#keep(this.#heldStart, this.#heldEnd, this.#heldOrdinal, word, -1, flags);
    }
    this.#heldOrdinal = nothingHeld;
  }

  #findHeld(): number {
    if (this.#heldWord === unknown) {
      this.#heldWord = this.#table.find(this.#heldHash, this.#text, this.#heldStart, this.#heldEnd);
    }
    return this.#heldWord;
  }

  #keep(
    start: number,
    end: number,
    ordinal: number,
    word: number,
    foreign: number,
    flags: number,
  ): void {
    if (ordinal !== this.#lastOrdinal + 1) this.show();
    this.#lastOrdinal = ordinal;
    this.#chain.push(start, end, ordinal, word, foreign, flags);
  }
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}
