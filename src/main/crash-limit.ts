/** How often something may fail within a stretch of time before it is no longer started anew. */
export class CrashLimit {
  readonly #most: number;
  readonly #withinMs: number;
  readonly #now: () => number;
  #crashes: number[] = [];

  /**
   * @param most crashes that are forgiven within `withinMs` milliseconds
   * @param now monotonic or wall time in milliseconds
   */
  constructor(most: number, withinMs: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#withinMs = withinMs;
    this.#now = now;
  }

  note(): void {
    this.#crashes.push(this.#now());
  }

  /** Whether there were more crashes of late than are forgiven. */
  get exceeded(): boolean {
    const since = this.#now() - this.#withinMs;
    this.#crashes = this.#crashes.filter((at) => at >= since);
    return this.#crashes.length > this.#most;
  }
}
