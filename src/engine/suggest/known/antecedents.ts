import type { KnownIndex } from './known-index.ts';
import type { ParsedName } from './parsed-name.ts';
import type { Antecedent } from './part-judgement.ts';
import { partKinds } from './reading.ts';
import { none, type WordTrie } from './word-trie.ts';

/**
 * Which names stood in full in a text so far, by where their surnames end in the tries, so that a surname of nobody who
 * was named costs one look.
 */
export class Antecedents {
  readonly #index: KnownIndex;
  readonly #byNode = new Map<WordTrie, Map<number, Map<number, Antecedent>>>();

  constructor(index: KnownIndex) {
    this.#index = index;
  }

  add(name: ParsedName, antecedent: Antecedent): void {
    if (name.known.kind !== 'person') return;
    for (const entry of this.#index.entriesOf(name)) {
      const kind = this.#index.entries[entry]?.variant.kind ?? 0;
      if ((kind & partKinds) === 0) continue;
      this.#put(this.#index.trie, entry, antecedent);
      for (const trie of this.#index.cross.tries()) this.#put(trie, entry, antecedent);
    }
  }

  /** By the numbers of entries, the places where the names stood whose surnames end at a node. */
  at(trie: WordTrie, node: number): ReadonlyMap<number, Antecedent> | undefined {
    return this.#byNode.get(trie)?.get(node);
  }

  #put(trie: WordTrie, entry: number, antecedent: Antecedent): void {
    const node = trie.nodeOf(entry);
    if (node === none) return;
    let nodes = this.#byNode.get(trie);
    if (nodes === undefined) this.#byNode.set(trie, (nodes = new Map()));
    let entries = nodes.get(node);
    if (entries === undefined) nodes.set(node, (entries = new Map()));
    entries.set(entry, antecedent);
  }
}
