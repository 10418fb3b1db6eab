/** Words that one side says and another hears in its own time: of several unheard ones only the last. */
export class Latest<T> {
  #value: T | null = null;
  #ended = false;
  #wake = () => {};

  say(value: T): void {
    this.#value = value;
    this.#wake();
  }

  /** Nothing more is said. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *heard(): AsyncGenerator<T, void, undefined> {
    for (;;) {
      const value = this.#value;
      this.#value = null;
      if (value !== null) yield value;
      else if (this.#ended) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
