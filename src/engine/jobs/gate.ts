/** Lets work through, or makes it wait where it asks. */
export class Gate {
  #opening: PromiseWithResolvers<void> | null = null;

  get closed(): boolean {
    return this.#opening !== null;
  }

  close(): void {
    this.#opening ??= Promise.withResolvers();
  }

  open(): void {
    this.#opening?.resolve();
    this.#opening = null;
  }

  /** Comes to an end when work may go on, or is to end. */
  async pass(signal?: AbortSignal): Promise<void> {
    while (this.#opening !== null) {
      if (signal?.aborted === true) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const leave = (): void => {
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      await Promise.race([this.#opening.promise, promise]);
      signal?.removeEventListener('abort', leave);
    }
  }
}
