/** Reads bytes that come in chunks, in stretches of other lengths. */
export class ChunkReader {
  readonly #iterator: AsyncIterator<Uint8Array>;
  /** What came and was not read yet, in its order; none is empty. */
  #held: Uint8Array[] = [];
  #length = 0;
  #ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#iterator = chunks[Symbol.asyncIterator]();
  }

  /** The next bytes, at most `length`, which are read again by what reads next. */
  async peek(length: number): Promise<Uint8Array> {
    await this.#fill(length);
    const [first] = this.#held;
    if (first === undefined || (first.length < length && this.#held.length > 1)) {
      this.#held = this.#length === 0 ? [] : [Buffer.concat(this.#held)];
    }
    return (this.#held[0] ?? new Uint8Array()).subarray(0, length);
  }

  /** The next bytes, at most `length`: fewer at the end. */
  async take(length: number): Promise<Uint8Array> {
    const bytes = await this.peek(length);
    this.#drop(bytes.length);
    return bytes;
  }

  /** Passes over bytes. @returns how many there were, at most `length` */
  async skip(length: number): Promise<number> {
    let skipped = 0;
    while (skipped < length) {
      await this.#fill(1);
      const first = this.#held[0];
      if (first === undefined) {
        break;
      }
      const count = Math.min(first.length, length - skipped);
      this.#drop(count);
      skipped += count;
    }
    return skipped;
  }

  /**
   * The next bytes up to the end of what a pattern finds in them, read as Latin-1.
   *
   * @param most bytes that are looked at
   * @returns null where the pattern finds nothing in them; then nothing is read
   */
  async through(pattern: RegExp, most: number): Promise<Uint8Array | null> {
    for (let length = Math.min(2048, most); ; length = Math.min(length * 4, most)) {
      const bytes = await this.peek(length);
      const found = pattern.exec(Buffer.from(bytes).toString('latin1'));
      if (found !== null) {
        return this.take(found.index + found[0].length);
      }
      if (bytes.length < length || length === most) {
        return null;
      }
    }
  }

  /** What is left, at most `most` bytes of it. */
  rest(most: number): Promise<Uint8Array> {
    return this.take(most);
  }

  /** All that is left, as it comes. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        await this.#fill(1);
        const first = this.#held[0];
        if (first === undefined) {
          return;
        }
        this.#drop(first.length);
        yield first;
      }
    } finally {
      await this.close();
    }
  }

  /** Tells where the bytes come from that no more are wanted. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#iterator.return?.();
  }

  async #fill(length: number): Promise<void> {
    while (this.#length < length && !this.#ended) {
      const next = await this.#iterator.next();
      if (next.done === true) {
        this.#ended = true;
      } else if (next.value.length > 0) {
        this.#held.push(next.value);
        this.#length += next.value.length;
      }
    }
  }

  #drop(count: number): void {
    let left = count;
    this.#length -= count;
    while (left > 0) {
      const [first = new Uint8Array()] = this.#held;
      if (first.length > left) {
        this.#held[0] = first.subarray(left);
        return;
      }
      left -= first.length;
      this.#held.shift();
    }
  }
}
