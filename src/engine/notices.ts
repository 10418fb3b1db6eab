/** Tells whoever watches a case that something about it is another. */
export class Notices {
  readonly #listeners = new Set<(handle: string) => void>();
  readonly #ending = new AbortController();

  /** Aborted when nothing will be told any more. */
  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  tell(handle: string): void {
    for (const listener of this.#listeners) listener(handle);
  }

  /** How something stands: now, and after each notice of the case, until the signal is aborted or this is closed. */
  async *watch<T>(
    handle: string,
    status: () => T | Promise<T>,
    signal?: AbortSignal,
  ): AsyncGenerator<T, void> {
    let changed = true;
    let wake = () => {};
    const listener = (of: string) => {
      if (of !== handle) return;
      changed = true;
      wake();
    };
    const stop = () => wake();
    this.#listeners.add(listener);
    signal?.addEventListener('abort', stop);
    this.ended.addEventListener('abort', stop);
    try {
      for (;;) {
        if (signal?.aborted === true || this.ended.aborted) return;
        if (changed) {
          changed = false;
          yield await status();
        } else await new Promise<void>((done) => (wake = done));
      }
    } finally {
      this.#listeners.delete(listener);
      signal?.removeEventListener('abort', stop);
      this.ended.removeEventListener('abort', stop);
    }
  }

  close(): void {
    this.#ending.abort();
  }
}
