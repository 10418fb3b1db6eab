/** Bytes that may be held at a time. Whoever wants some waits its turn; one who wants more than there are has all. */
export class ByteBudget {
  readonly #most: number;
  #held = 0;
  #waiting: { bytes: number; go: () => void }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Comes to an end when the bytes are granted. @returns gives them back, once */
  async acquire(wanted: number): Promise<() => void> {
    const bytes = Math.min(wanted, this.#most);
    if (this.#waiting.length > 0 || this.#held + bytes > this.#most) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      this.#waiting.push({
        bytes,
        go: () => {
          resolve(undefined);
        },
      });
      await promise;
    } else {
      this.#held += bytes;
    }
    return this.#giver(bytes);
  }

  /** Counts bytes that are held whether there is room for them or not; others wait for them. @returns gives them back, once */
  take(bytes: number): () => void {
    this.#held += bytes;
    return this.#giver(bytes);
  }

  #giver(bytes: number): () => void {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#held -= bytes;
      this.#grant();
    };
  }

  #grant(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#held + next.bytes > this.#most) return;
      this.#waiting.shift();
      this.#held += next.bytes;
      next.go();
    }
  }
}
