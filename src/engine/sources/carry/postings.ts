/** Where each word stands in a text, by its number. */
export class Postings {
  readonly #ids: Int32Array;
  readonly #firsts: Int32Array;
  readonly #places: Int32Array;

  constructor(ids: Int32Array) {
    this.#ids = ids;
    const most = ids.reduce((one, other) => Math.max(one, other), 0);
    this.#firsts = new Int32Array(most + 2);
    for (const id of ids) this.#firsts[id + 1] = (this.#firsts[id + 1] ?? 0) + 1;
    for (let id = 1; id < this.#firsts.length; id += 1) {
      this.#firsts[id] = (this.#firsts[id] ?? 0) + (this.#firsts[id - 1] ?? 0);
    }
    this.#places = new Int32Array(ids.length);
    const next = this.#firsts.slice();
    for (const [at, id] of ids.entries()) {
      this.#places[next[id] ?? 0] = at;
      next[id] = (next[id] ?? 0) + 1;
    }
  }

  /** The places of a word, rising. */
  ofWord(id: number): Int32Array {
    return this.#places.subarray(this.#firsts[id] ?? 0, this.#firsts[id + 1] ?? 0);
  }

  /** How often a word stands in the text. */
  count(id: number): number {
    return (
      (this.#firsts[id + 1] ?? this.#places.length) - (this.#firsts[id] ?? this.#places.length)
    );
  }

  /** The places at which words follow one another, rising; null when there are more than `most`. */
  of(words: Int32Array, most: number): number[] | null {
    let rarest = 0;
    for (let at = 1; at < words.length; at += 1) {
      if (this.count(words[at] ?? 0) < this.count(words[rarest] ?? 0)) rarest = at;
    }
    const found: number[] = [];
    for (const place of this.ofWord(words[rarest] ?? 0)) {
      const start = place - rarest;
      if (start < 0 || !words.every((id, at) => this.#ids[start + at] === id)) continue;
      if (found.length === most) return null;
      found.push(start);
    }
    return found;
  }
}
