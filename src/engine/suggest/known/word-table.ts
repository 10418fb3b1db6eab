import { foldTable, separator } from './character-table.ts';
import { variantKind } from './variant.ts';
import { hashBasis, hashPrime } from './word-reader.ts';
import { none, root, type WordTrie } from './word-trie.ts';

/** The word is a name by itself, whether it has a capital or not. */
export const inAnyCase = 1;
/** The word is a name by itself, or a surname, if it has a capital. */
export const inCapitals = 2;
export const asName: number = inAnyCase | inCapitals;
/** Some name of several words begins with the word. */
export const beginsPair = 4;
/** The word is in some name. */
export const isWord = 8;
/** The word by itself is nothing but a surname. Of one word it is exact, of all that meet at a hash it says nothing. */
export const isOnlySurname = 16;
/** How many bits there are. */
export const usesBits = 5;

const kindsInAnyCase = variantKind.full | variantKind.withoutLegalForm;

/**
 * The numbers of the words that names are made of, by their folded letters. Most words of a text are in no name, and
 * most others stand where no name begins: two small tables by hash turn them away before any letter is compared.
 */
export class WordTable {
  /**
   * How words are used in names, by the upper bits of their hash times `usesSpread`: bits of all words that meet there,
   * so that 0 is certain.
   */
  readonly usesByHash: Uint8Array = new Uint8Array(2 ** 19);
  /** A bit for each two words that some name begins with, by `pairBit` of their hashes; 0 is certain. */
  readonly pairs = new Int32Array(pairBitCount / 32);
  readonly #trie: WordTrie;
  readonly #uses: Uint8Array;
  readonly #hashes: Int32Array;
  /** A word's number + 1 at each slot, 0 where it is free. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #wordHashes: Int32Array;
  /** The letters of all words, one after the other. */
  readonly #letters: Uint16Array;
  readonly #begins: Int32Array;
  readonly #firstNodes: Int32Array;

  constructor(trie: WordTrie) {
    this.#trie = trie;
    const words = [...trie.words.keys()];
    let capacity = 1024;
    while (capacity < words.length * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#uses = new Uint8Array(words.length).fill(isWord);
    this.#hashes = new Int32Array(capacity);
    this.#slots = new Int32Array(capacity);
    this.#wordHashes = new Int32Array(words.length);
    this.#letters = new Uint16Array(words.reduce((sum, { length }) => sum + length, 0));
    this.#begins = new Int32Array(words.length + 1);
    this.#firstNodes = new Int32Array(words.length);
    let begin = 0;
    for (const [number, word] of words.entries()) {
      let hash = hashBasis;
      for (let at = 0; at < word.length; at += 1) {
        const code = word.charCodeAt(at);
        hash = Math.imul(hash ^ code, hashPrime);
        this.#letters[begin + at] = code;
      }
      begin += word.length;
      this.#begins[number + 1] = begin;
      this.#insert(hash, number);
    }
    this.#learnUses(trie);
  }

  /** How a word is used in names: bits of `isWord`, `inAnyCase`, `inCapitals`, `beginsPair`, `isOnlySurname`. */
  usesOf(word: number): number {
    return this.#uses[word] ?? 0;
  }

  /** The node that a word leads to from the root of the trie, or `none`. */
  firstNode(word: number): number {
    return this.#firstNodes[word] ?? none;
  }

  /** Whether some name begins with two words, by their numbers. */
  isBeginning(first: number, second: number): boolean {
    const node = first < 0 || second < 0 ? none : this.firstNode(first);
    return node !== none && this.#trie.step(node, second) !== none;
  }

  /**
   * The number of the word from `start` to `end`, whose every unit is a letter to `foldTable`, or -1. Letters are
   * compared, so that words of one hash are not taken for each other.
   */
  find(hash: number, text: string, start: number, end: number): number {
    for (let at = slotOf(hash) & this.#mask; ; at = (at + 1) & this.#mask) {
      const number = (this.#slots[at] ?? 0) - 1;
      if (number < 0) return -1;
      if (this.#hashes[at] === hash && this.#isAt(number, text, start, end)) return number;
    }
  }

  /** The number of a word by its letters, or -1. */
  findCodes(hash: number, codes: Uint16Array, length: number): number {
    for (let at = slotOf(hash) & this.#mask; ; at = (at + 1) & this.#mask) {
      const number = (this.#slots[at] ?? 0) - 1;
      if (number < 0) return -1;
      if (this.#hashes[at] === hash && this.#hasCodes(number, codes, length)) return number;
    }
  }

  #isAt(number: number, text: string, start: number, end: number): boolean {
    const begin = this.#begins[number] ?? 0;
    const length = end - start;
    if ((this.#begins[number + 1] ?? 0) - begin !== length) return false;
    for (let at = 0; at < length; at += 1) {
      const folded = foldTable[text.charCodeAt(start + at)] ?? separator;
      if (folded !== this.#letters[begin + at]) return false;
    }
    return true;
  }

  #hasCodes(number: number, codes: Uint16Array, length: number): boolean {
    const begin = this.#begins[number] ?? 0;
    if ((this.#begins[number + 1] ?? 0) - begin !== length) return false;
    for (let at = 0; at < length; at += 1) {
      if (codes[at] !== this.#letters[begin + at]) return false;
    }
    return true;
  }

  #learnUses(trie: WordTrie): void {
    const firstWords = new Int32Array(trie.nodeCount).fill(-1);
    trie.forEachEdge((from, word, to) => {
      if (from !== root) return;
      firstWords[to] = word;
      this.#firstNodes[word] = to;
      const kinds = trie.kindsAt(to);
      let uses = this.usesOf(word);
      if (kinds & kindsInAnyCase) uses |= inAnyCase;
      if (kinds !== 0) uses |= inCapitals;
      if (kinds === variantKind.surname) uses |= isOnlySurname;
      this.#uses[word] = uses;
    });
    trie.forEachEdge((from, word) => {
      const first = firstWords[from] ?? -1;
      if (first < 0) return;
      this.#uses[first] = this.usesOf(first) | beginsPair;
      const bit = pairBit(this.#wordHashes[first] ?? 0, this.#wordHashes[word] ?? 0);
      this.pairs[bit >>> 5] = (this.pairs[bit >>> 5] ?? 0) | (1 << (bit & 31));
    });
    for (const [word, hash] of this.#wordHashes.entries()) {
      const at = Math.imul(hash, usesSpread) >>> usesShift;
      this.usesByHash[at] = (this.usesByHash[at] ?? 0) | this.usesOf(word);
    }
  }

  #insert(hash: number, number: number): void {
    let at = slotOf(hash) & this.#mask;
    while (this.#slots[at] !== 0) at = (at + 1) & this.#mask;
    this.#slots[at] = number + 1;
    this.#hashes[at] = hash;
    this.#wordHashes[number] = hash;
  }
}

const pairBitCount = 2 ** 22;
const pairShift = 10;
/** Leaves 19 bits of 32. */
export const usesShift = 13;
/** Fibonacci hashing: 2^32 divided by the golden ratio. */
export const usesSpread: number = 0x9e3779b1 | 0;

/** The place of the bit of two words. */
export function pairBit(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x85ebca6b | 0) ^ second, usesSpread) >>> pairShift;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}
