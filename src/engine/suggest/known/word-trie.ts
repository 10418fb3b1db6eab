/**
 * Sequences of words and what they stand for. Words are numbers, given out as they come; edges are in one open hash
 * table, so that a million of them is a few megabytes and no object.
 */
export class WordTrie {
  /** The number of each word. */
  readonly words = new Map<string, number>();
  /** For each edge slot: the node it leaves, its word, the node it leads to; 0 is a free slot, and the root. */
  #edges = new Int32Array(3 * 4096);
  #edgeMask = 4095;
  #edgeCount = 0;
  #nodeCount = 1;
  /** For each node the entry that was added last + 1, or 0, and which kinds of entries end there, a bit each. */
  #ends = new Int32Array(2 * 4096);
  /** For each entry the one before it that ends at the same node + 1, or 0. */
  #before = new Int32Array(4096);
  /** For each entry the node it ends at. */
  #nodes = new Int32Array(4096);

  get isEmpty(): boolean {
    return this.#nodeCount === 1;
  }

  /**
   * @param entry a number of the caller's, each added once
   * @param kindBit what sort of entry it is
   */
  add(words: readonly string[], entry: number, kindBit: number): void {
    let node = root;
    for (const word of words) {
      let number = this.words.get(word);
      if (number === undefined) {
        number = this.words.size;
        this.words.set(word, number);
      }
      const next = this.step(node, number);
      node = next === none ? this.#grow(node, number) : next;
    }
    this.#before = withRoom(this.#before, entry);
    this.#nodes = withRoom(this.#nodes, entry);
    this.#nodes[entry] = node;
    this.#before[entry] = this.#ends[node * 2] ?? 0;
    this.#ends[node * 2] = entry + 1;
    this.#ends[node * 2 + 1] = this.kindsAt(node) | kindBit;
  }

  /** The node that a word leads to from a node, or `none`. */
  step(node: number, word: number): number {
    for (let at = this.#slot(node, word); ; at = (at + 1) & this.#edgeMask) {
      const to = this.#edges[at * 3 + 2] ?? none;
      if (to === none) return none;
      if (this.#edges[at * 3] === node && this.#edges[at * 3 + 1] === word) return to;
    }
  }

  /** Nodes with the root, which is 0. */
  get nodeCount(): number {
    return this.#nodeCount;
  }

  forEachEdge(visit: (from: number, word: number, to: number) => void): void {
    const edges = this.#edges;
    for (let at = 0; at < edges.length; at += 3) {
      const to = edges[at + 2] ?? none;
      if (to !== none) visit(edges[at] ?? root, edges[at + 1] ?? 0, to);
    }
  }

  /** The kinds of entries that end at a node, a bit each. */
  kindsAt(node: number): number {
    return this.#ends[node * 2 + 1] ?? 0;
  }

  /** The node where an entry ends. */
  nodeOf(entry: number): number {
    return this.#nodes[entry] ?? none;
  }

  /** An entry that ends at a node, or -1. */
  lastEntryAt(node: number): number {
    return (this.#ends[node * 2] ?? 0) - 1;
  }

  /** The next entry that ends at the same node, or -1. */
  entryBefore(entry: number): number {
    return (this.#before[entry] ?? 0) - 1;
  }

  #slot(node: number, word: number): number {
    const mixed = Math.imul(node, 0x9e3779b1 | 0) ^ Math.imul(word + 1, 0x85ebca6b | 0);
    return (mixed ^ (mixed >>> 15)) & this.#edgeMask;
  }

  #grow(node: number, word: number): number {
    if (this.#edgeCount * 2 >= this.#edgeMask) this.#enlarge();
    const child = this.#nodeCount;
    this.#nodeCount += 1;
    this.#ends = withRoom(this.#ends, child * 2 + 1);
    this.#put(node, word, child);
    return child;
  }

  #put(node: number, word: number, child: number): void {
    let at = this.#slot(node, word);
    while (this.#edges[at * 3 + 2] !== none) at = (at + 1) & this.#edgeMask;
    this.#edges[at * 3] = node;
    this.#edges[at * 3 + 1] = word;
    this.#edges[at * 3 + 2] = child;
    this.#edgeCount += 1;
  }

  #enlarge(): void {
    const old = this.#edges;
    this.#edgeMask = this.#edgeMask * 2 + 1;
    this.#edges = new Int32Array(3 * (this.#edgeMask + 1));
    this.#edgeCount = 0;
    for (let at = 0; at < old.length; at += 3) {
      const child = old[at + 2] ?? none;
      if (child !== none) this.#put(old[at] ?? root, old[at + 1] ?? 0, child);
    }
  }
}

export const root = 0;
/** No edge leads to the root, so its number says that there is no node. */
export const none = 0;

function withRoom(array: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  if (index < array.length) return array;
  const larger = new Int32Array(Math.max(array.length * 2, index + 1));
  larger.set(array);
  return larger;
}
