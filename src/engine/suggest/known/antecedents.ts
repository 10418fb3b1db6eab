import type { KnownIndex } from './known-index.ts';
import type { Antecedent } from './part-judgement.ts';
import { partKinds } from './variant.ts';
import type { WordTrie } from './word-trie.ts';

/**
 * Which names stood in full in a text so far, and where their surnames end in the tries, so that a surname of nobody
 * who was named costs one look.
 */
export class Antecedents {
  readonly #index: KnownIndex;
  /** By the numbers of names. */
  readonly #names = new Map<number, Antecedent>();
  readonly #nodes = new Map<WordTrie, Set<number>>();

  constructor(index: KnownIndex) {
    this.#index = index;
    for (const trie of [index.trie, ...index.cross.tries()]) this.#nodes.set(trie, new Set());
  }

  /** @param name its number */
  add(name: number, antecedent: Antecedent): void {
    const { entries } = this.#index;
    if (entries.names[name]?.known.kind !== 'person') return;
    const isNew = !this.#names.has(name);
    this.#names.set(name, antecedent);
    if (!isNew) return;
    for (let entry = entries.firstOf(name); entries.nameOf(entry) === name; entry += 1) {
      if ((entries.kindOf(entry) & partKinds) === 0) continue;
      for (const [trie, nodes] of this.#nodes) nodes.add(trie.nodeOf(entry));
    }
  }

  /** Whether a surname of a name that stood in full ends at a node. */
  has(trie: WordTrie, node: number): boolean {
    return this.#nodes.get(trie)?.has(node) === true;
  }

  /** Where a name stood in full last. */
  of(name: number): Antecedent | undefined {
    return this.#names.get(name);
  }
}
