import type { KnownIndex } from './known-index.ts';
import type { Antecedent } from './part-judgement.ts';
import type { NamedWords } from './scan.ts';
import { partKinds } from './variant.ts';
import type { WordTrie } from './word-trie.ts';

/** How many bits there are for the hashes of surnames. */
const bitCount = 2 ** 16;

/**
 * Which names stood in full in a text so far, and where their surnames end in the tries, so that a surname of nobody
 * who was named costs one look.
 */
export class Antecedents implements NamedWords {
  readonly #index: KnownIndex;
  /** By the numbers of names. */
  readonly #names = new Map<number, Antecedent>();
  /** Where their surnames end in the trie of names as they are written. */
  readonly #nodes = new Set<number>();
  /** The same in tries of names in other scripts, each once it was asked for. */
  readonly #others = new Map<WordTrie, Set<number>>();
  /** A bit for each surname of one word that somebody who was named has, by its hash. */
  readonly #words = new Int32Array(bitCount / 32);

  constructor(index: KnownIndex) {
    this.#index = index;
  }

  /** @param name its number */
  add(name: number, antecedent: Antecedent): void {
    const { entries, trie, table } = this.#index;
    if (entries.names[name]?.kind !== 'person') return;
    const before = this.#names.size;
    this.#names.set(name, antecedent);
    if (this.#names.size === before) return;
    for (const [other, nodes] of this.#others) this.#learn(name, other, nodes);
    for (let entry = entries.firstOf(name); entries.nameOf(entry) === name; entry += 1) {
      if ((entries.kindOf(entry) & partKinds) === 0) continue;
      const node = trie.nodeOf(entry);
      this.#nodes.add(node);
      const bit = bitOf(table.hashTo(node));
      this.#words[bit >>> 5] = (this.#words[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  /** Whether a surname of a name that stood in full ends at a node. */
  has(trie: WordTrie, node: number): boolean {
    return (trie === this.#index.trie ? this.#nodes : this.#nodesOf(trie)).has(node);
  }

  mayBeNamed(hash: number): boolean {
    const bit = bitOf(hash);
    return (((this.#words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) !== 0;
  }

  /** Where a name stood in full last. */
  of(name: number): Antecedent | undefined {
    return this.#names.get(name);
  }

  #nodesOf(trie: WordTrie): Set<number> {
    let nodes = this.#others.get(trie);
    if (nodes === undefined) {
      nodes = new Set();
      this.#others.set(trie, nodes);
      for (const name of this.#names.keys()) this.#learn(name, trie, nodes);
    }
    return nodes;
  }

  #learn(name: number, trie: WordTrie, nodes: Set<number>): void {
    const { entries } = this.#index;
    for (let entry = entries.firstOf(name); entries.nameOf(entry) === name; entry += 1) {
      if ((entries.kindOf(entry) & partKinds) !== 0) nodes.add(trie.nodeOf(entry));
    }
  }
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (bitCount - 1);
}
