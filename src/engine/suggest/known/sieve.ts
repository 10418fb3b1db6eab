import { apostrophe, foldTable, lastClass, separator } from './character-table.ts';
import type { KnownIndex } from './known-index.ts';
import { firstForeign } from './word-choice.ts';
import { hashBasis, hashPrime, WordReader } from './word-reader.ts';
import { isWord } from './word-table.ts';
import { root, type WordTrie } from './word-trie.ts';

/** Longer words are left to the matcher, which takes the longest of them apart. */
const longest = 256;

/**
 * Tells most texts without a name of an index from the others, by their words alone, for a small part of what it costs
 * to look for names: whoever has a few names to find in a hundred thousand short texts asks it before `matchText`.
 */
export class Sieve {
  readonly #index: KnownIndex;
  /** The words of each writing, by their numbers. */
  readonly #writings: readonly (readonly number[])[];
  /** By word: the text, by its number, in which it was seen last. */
  readonly #seen: Int32Array;
  readonly #reader = new WordReader();
  #text = 0;

  constructor(index: KnownIndex) {
    this.#index = index;
    this.#writings = writingsOf(index.trie);
    this.#seen = new Int32Array(index.trie.words.size);
  }

  /**
   * Whether a text has all words of some writing of a name, or one that may be a name's word in another script. False is
   * certain: `matchText` finds nothing.
   */
  mayHold(text: string): boolean {
    this.#text += 1;
    const { table, cross } = this.#index;
    let any = false;
    for (let at = 0; at < text.length;) {
      const first = foldTable[text.charCodeAt(at)] ?? separator;
      // A mark or an apostrophe before any letter is of no word.
      if (first <= apostrophe) {
        at += 1;
        continue;
      }
      const start = at;
      let hash = hashBasis;
      let folded = first;
      while (folded > lastClass) {
        hash = Math.imul(hash ^ folded, hashPrime);
        at += 1;
        folded = foldTable[text.charCodeAt(at)] ?? separator;
      }
      if (at - start > longest) return true;
      const asksForeign = first >= firstForeign || cross.wantsLatin;
      if (folded === separator) {
        if ((table.usesOfHash(hash) & isWord) !== 0) {
          any = this.#see(table.find(hash, text, start, at)) || any;
        }
        if (asksForeign && cross.find(text, start, at, hash) >= 0) return true;
        continue;
      }
      const reader = this.#reader;
      reader.read(text, start);
      at = reader.next;
      if (reader.length === 0) continue;
      any = this.#see(table.findCodes(reader.hash, reader.codes, reader.length)) || any;
      if (asksForeign && cross.find(text, start, reader.end, reader.hash) >= 0) return true;
      const { possessorLength: length, possessorHash, possessorEnd } = reader;
      if (length === 0) continue;
      any = this.#see(table.findCodes(possessorHash, reader.codes, length)) || any;
      if (asksForeign && cross.find(text, start, possessorEnd, possessorHash) >= 0) return true;
    }
    return any && this.#writings.some((words) => words.every((word) => this.#isSeen(word)));
  }

  /** Gives whether it is a word of a name at all. */
  #see(word: number): boolean {
    if (word < 0) return false;
    this.#seen[word] = this.#text;
    return true;
  }

  #isSeen(word: number): boolean {
    return this.#seen[word] === this.#text;
  }
}

/** The words that lead to each node of a trie where some writing ends. */
function writingsOf(trie: WordTrie): number[][] {
  const ways = new Map<number, { from: number; word: number }>();
  trie.forEachEdge((from, word, to) => ways.set(to, { from, word }));
  return [...ways.keys()]
    .filter((node) => trie.kindsAt(node) !== 0)
    .map((end) => {
      const words = new Set<number>();
      for (let node = end; node !== root;) {
        const way = ways.get(node);
        if (way === undefined) throw new Error('a node that no word leads to');
        words.add(way.word);
        node = way.from;
      }
      return [...words];
    });
}
