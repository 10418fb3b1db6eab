/** What a found word is marked with. */
export const isInitial = 1;
export const isPossessive = 2;

const fieldCount = 6;

/** Words of a text that may belong to a name, in the order of the text, as numbers in one array. */
export class FoundWords {
  count = 0;
  #fields: Int32Array = new Int32Array(fieldCount * 64);

  clear(): void {
    this.count = 0;
  }

  push(
    start: number,
    end: number,
    ordinal: number,
    word: number,
    foreign: number,
    flags: number,
  ): void {
    const at = this.count * fieldCount;
    if (at === this.#fields.length) {
      const larger = new Int32Array(this.#fields.length * 2);
      larger.set(this.#fields);
      this.#fields = larger;
    }
    const fields = this.#fields;
    fields[at] = start;
    fields[at + 1] = end;
    fields[at + 2] = ordinal;
    fields[at + 3] = word;
    fields[at + 4] = foreign;
    fields[at + 5] = flags;
    this.count += 1;
  }

  /** Where a word begins in the text, in UTF-16 units. */
  start(at: number): number {
    return this.#fields[at * fieldCount] ?? 0;
  }

  end(at: number): number {
    return this.#fields[at * fieldCount + 1] ?? 0;
  }

  /** Which word of the text it is, counting all. */
  ordinal(at: number): number {
    return this.#fields[at * fieldCount + 2] ?? -1;
  }

  /** Its number in the table of words, or -1. */
  word(at: number): number {
    return this.#fields[at * fieldCount + 3] ?? -1;
  }

  /** Its number among the foreign words, or -1. */
  foreign(at: number): number {
    return this.#fields[at * fieldCount + 4] ?? -1;
  }

  flags(at: number): number {
    return this.#fields[at * fieldCount + 5] ?? 0;
  }

  /** Whether a word follows the one before it without another in between. */
  follows(at: number): boolean {
    return at > 0 && at < this.count && this.ordinal(at) === this.ordinal(at - 1) + 1;
  }
}
