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
/** The word by itself is something else than a surname, whether it is one as well or not. */
export const isMoreThanSurname = 16;

const kindsInAnyCase = variantKind.full | variantKind.withoutLegalForm;

/**
 * The numbers of the words that names are made of, by their folded letters. Most words of a text are in no name, and
 * most others stand where no name begins: two small tables by hash turn them away before any letter is compared.
 */
export class WordTable {
  /**
   * Of each word by `slotOfWord` two bits, 16 words in each number: whether it is in a name, and whether it is one in
   * any case. 0 is certain. It is small, so that a processor has it at hand: every word of a text asks for it.
   */
  readonly inNames: Int32Array = new Int32Array(slotCount / 16);
  /** How words are used in names, by `slotOfWord`: bits of all words that meet there, so that 0 is certain. */
  readonly #usesByHash = new Uint8Array(slotCount);
  /** Two bits for each two words that some name begins with, by `pairHash` of their hashes; 0 is certain. */
  readonly pairs: Int32Array = new Int32Array(pairBitCount / 32);
  readonly #trie: WordTrie;
  readonly #uses: Uint8Array;
  /** For each slot a word's number + 1, its hash, where its letters begin, how many it has; 0 where it is free. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #wordHashes: Int32Array;
  /** The letters of all words, one after the other. */
  readonly #letters: Uint16Array;
  readonly #firstNodes: Int32Array;
  /** By node; see `hashTo`. */
  readonly #hashesTo: Int32Array;

  constructor(trie: WordTrie) {
    this.#trie = trie;
    const words = [...trie.words.keys()];
    let capacity = 1024;
    while (capacity < words.length * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#uses = new Uint8Array(words.length).fill(isWord);
    this.#slots = new Int32Array(capacity * slotSize);
    this.#wordHashes = new Int32Array(words.length);
    this.#letters = new Uint16Array(words.reduce((sum, { length }) => sum + length, 0));
    this.#firstNodes = new Int32Array(words.length);
    this.#hashesTo = new Int32Array(trie.nodeCount).fill(hashBasis);
    let begin = 0;
    for (const [number, word] of words.entries()) {
      let hash = hashBasis;
      for (let at = 0; at < word.length; at += 1) {
        const code = word.charCodeAt(at);
        hash = Math.imul(hash ^ code, hashPrime);
        this.#letters[begin + at] = code;
      }
      this.#insert(hash, number, begin, word.length);
      begin += word.length;
    }
    this.#learnUses(trie);
  }

  /** How a word is used in names: the bits above. */
  usesOf(word: number): number {
    return this.#uses[word] ?? 0;
  }

  /** How all words of a hash are used in names; 0 is certain. */
  usesOfHash(hash: number): number {
    return this.#usesByHash[slotOfWord(hash)] ?? 0;
  }

  /** Whether some name may begin with two words, by their hashes; false is certain. */
  mayBegin(first: number, second: number): boolean {
    const pairs = this.pairs;
    const pair = pairHash(first, second);
    const one = pair >>> pairShift;
    if ((((pairs[one >>> 5] ?? 0) >>> (one & 31)) & 1) === 0) return false;
    const other = Math.imul(pair, secondSpread) >>> pairShift;
    return (((pairs[other >>> 5] ?? 0) >>> (other & 31)) & 1) !== 0;
  }

  /** The hash of the word that leads to a node from the root of the trie, or `hashBasis` where several do. */
  hashTo(node: number): number {
    return this.#hashesTo[node] ?? hashBasis;
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
    const slots = this.#slots;
    for (let at = slotOf(hash) & this.#mask; ; at = (at + 1) & this.#mask) {
      const slot = at * slotSize;
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) return -1;
      const isLike = slots[slot + 1] === hash && slots[slot + 3] === end - start;
      if (isLike && this.#isAt(slots[slot + 2] ?? 0, text, start, end)) return number;
    }
  }

  /** The number of a word by its letters, or -1. */
  findCodes(hash: number, codes: Uint16Array, length: number): number {
    const slots = this.#slots;
    for (let at = slotOf(hash) & this.#mask; ; at = (at + 1) & this.#mask) {
      const slot = at * slotSize;
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) return -1;
      const isLike = slots[slot + 1] === hash && slots[slot + 3] === length;
      if (isLike && this.#hasCodes(slots[slot + 2] ?? 0, codes, length)) return number;
    }
  }

  #isAt(begin: number, text: string, start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) {
      const folded = foldTable[text.charCodeAt(at)] ?? separator;
      if (folded !== this.#letters[begin + at - start]) return false;
    }
    return true;
  }

  #hasCodes(begin: number, codes: Uint16Array, length: number): boolean {
    for (let at = 0; at < length; at += 1) {
      if (codes[at] !== this.#letters[begin + at]) return false;
    }
    return true;
  }

  #learnUses(trie: WordTrie): void {
    const wordsTo = new Int32Array(trie.nodeCount).fill(-1);
    trie.forEachEdge((from, word, to) => {
      if (from !== root) return;
      wordsTo[to] = word;
      this.#hashesTo[to] = this.#wordHashes[word] ?? hashBasis;
      this.#firstNodes[word] = to;
      const kinds = trie.kindsAt(to);
      let uses = this.usesOf(word);
      if (kinds & kindsInAnyCase) uses |= inAnyCase;
      if (kinds !== 0) uses |= inCapitals;
      if ((kinds & ~variantKind.surname) !== 0) uses |= isMoreThanSurname;
      this.#uses[word] = uses;
    });
    trie.forEachEdge((from, word) => {
      const first = wordsTo[from] ?? -1;
      if (first < 0) return;
      this.#uses[first] = this.usesOf(first) | beginsPair;
      const pair = pairHash(this.#wordHashes[first] ?? 0, this.#wordHashes[word] ?? 0);
      this.#addBit(pair >>> pairShift);
      this.#addBit(Math.imul(pair, secondSpread) >>> pairShift);
    });
    for (const [word, hash] of this.#wordHashes.entries()) {
      const slot = slotOfWord(hash);
      const uses = this.usesOf(word);
      this.#usesByHash[slot] = this.usesOfHash(hash) | uses;
      const known = (uses & inAnyCase) === 0 ? 1 : 3;
      this.inNames[slot >>> 4] = (this.inNames[slot >>> 4] ?? 0) | (known << ((slot & 15) << 1));
    }
  }

  #addBit(bit: number): void {
    this.pairs[bit >>> 5] = (this.pairs[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  #insert(hash: number, number: number, begin: number, length: number): void {
    let at = slotOf(hash) & this.#mask;
    while (this.#slots[at * slotSize] !== 0) at = (at + 1) & this.#mask;
    this.#slots.set([number + 1, hash, begin, length], at * slotSize);
    this.#wordHashes[number] = hash;
  }
}

/** How many numbers a slot has. */
const slotSize = 4;
const pairBitCount = 2 ** 22;
/** Leaves the bits of a hash that say where in `pairs` its bit is. */
export const pairShift = 10;
const slotCount = 2 ** 19;
const slotShift = 13;
/** Fibonacci hashing: 2^32 divided by the golden ratio. */
const spread = 0x9e3779b1 | 0;
const secondSpread = 0xc2b2ae35 | 0;

/** The hash of two words that follow each other. */
export function pairHash(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x85ebca6b | 0) ^ second, spread);
}

/** Where the small tables by hash have a word. */
export function slotOfWord(hash: number): number {
  return Math.imul(hash, spread) >>> slotShift;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}
