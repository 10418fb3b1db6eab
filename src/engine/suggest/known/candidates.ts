import type { Antecedents } from './antecedents.ts';
import type { KnownIndex } from './known-index.ts';
import { FoundWords, isInitial } from './found-words.ts';
import { asName, isMoreThanSurname } from './word-table.ts';
import { none, root, type WordTrie } from './word-trie.ts';

/** A run of words of a text at whose end some writing of a name ends too. */
export interface Candidate {
  readonly trie: WordTrie;
  readonly node: number;
  /** The first and last of its words, by their places among the found ones. */
  readonly first: number;
  readonly last: number;
  /** Which of its words are initials that the writing does not have, before it or within. */
  readonly initials: readonly number[];
}

const noInitials: readonly number[] = [];
const mostInitials = 3;

/**
 * Everything in an index that begins at one word of a text, walking its tries word by word. Initials that no writing
 * has are passed over and kept: "N. R. Maduro", "Nicolás R. Maduro".
 */
export class Candidates {
  readonly #index: KnownIndex;
  #found: FoundWords = new FoundWords();
  readonly #list: Candidate[] = [];

  constructor(index: KnownIndex) {
    this.#index = index;
  }

  /**
   * Whether nothing can begin with a found word: most are surnames of nobody who was named, and no more of any name
   * follows.
   */
  isIdle(found: FoundWords, first: number, antecedents: Antecedents): boolean {
    if (found.follows(first + 1) || found.foreign(first) >= 0) return false;
    const { trie, table } = this.#index;
    const word = found.word(first);
    const uses = table.usesOf(word);
    if ((uses & asName) === 0) return true;
    return (uses & isMoreThanSurname) === 0 && !antecedents.has(trie, table.firstNode(word));
  }

  /** The candidates that begin with a found word, those that end last first. Good until it is asked again. */
  at(found: FoundWords, first: number): readonly Candidate[] {
    this.#found = found;
    this.#list.length = 0;
    this.#walkAll(first, first, noInitials);
    if (found.flags(first) & isInitial) {
      const initials = [first];
      let next = first + 1;
      while (
        initials.length < mostInitials &&
        found.follows(next) &&
        found.flags(next) & isInitial
      ) {
        initials.push(next);
        next += 1;
      }
      if (found.follows(next)) this.#walkAll(first, next, initials);
    }
    const list = this.#list;
    return list.length > 1 ? list.toSorted((one, other) => other.last - one.last) : list;
  }

  #walkAll(first: number, from: number, initials: readonly number[]): void {
    this.#walk(this.#index.trie, root, first, from, initials);
    const number = this.#found.foreign(from);
    if (number < 0) return;
    for (const trie of this.#index.cross.word(number)?.paths.keys() ?? []) {
      if (trie !== this.#index.trie) this.#walk(trie, root, first, from, initials);
    }
  }

  #walk(
    trie: WordTrie,
    node: number,
    first: number,
    at: number,
    initials: readonly number[],
  ): void {
    const found = this.#found;
    const word = trie === this.#index.trie ? found.word(at) : -1;
    if (word >= 0) {
      const next = node === root ? this.#index.table.firstNode(word) : trie.step(node, word);
      this.#arrive(trie, next, first, at, initials);
    } else if (found.foreign(at) >= 0) {
      const paths = this.#index.cross.word(found.foreign(at))?.paths.get(trie) ?? [];
      for (const path of paths) {
        let next = node;
        for (const step of path) {
          next = trie.step(next, step);
          if (next === none) break;
        }
        if (path.length > 0) this.#arrive(trie, next, first, at, initials);
        else if (found.follows(at + 1)) this.#walk(trie, node, first, at + 1, initials);
      }
    }
    const mayPass =
      node !== root &&
      (found.flags(at) & isInitial) !== 0 &&
      initials.length < mostInitials &&
      found.follows(at + 1);
    if (mayPass) this.#walk(trie, node, first, at + 1, [...initials, at]);
  }

  #arrive(
    trie: WordTrie,
    node: number,
    first: number,
    at: number,
    initials: readonly number[],
  ): void {
    if (node === none) return;
    if (trie.kindsAt(node) !== 0) this.#list.push({ trie, node, first, last: at, initials });
    if (this.#found.follows(at + 1)) this.#walk(trie, node, first, at + 1, initials);
  }
}
