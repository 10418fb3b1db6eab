/** Milliseconds of work before an estimate is made, and the share of the whole that must be done by then. */
const EARLIEST = 2000;
const LEAST_SHARE = 0.002;

/** How long a piece of work will still take, by what it took so far; the time it stood still is not counted. */
export class Estimate {
  #worked = 0;
  #since: number | null;
  readonly #now: () => number;

  /** @param now milliseconds of a clock that runs evenly */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#since = now();
  }

  pause(): void {
    if (this.#since === null) return;
    this.#worked += this.#now() - this.#since;
    this.#since = null;
  }

  resume(): void {
    this.#since ??= this.#now();
  }

  /**
   * Milliseconds that are left; null while that cannot be said.
   *
   * @param done of `total`, in whatever unit, both counted from when the work began
   */
  left(done: number, total: number): number | null {
    const worked = this.#worked + (this.#since === null ? 0 : this.#now() - this.#since);
    if (worked < EARLIEST || total <= 0 || done <= 0 || done / total < LEAST_SHARE) return null;
    return Math.round((worked * Math.max(0, total - done)) / done);
  }
}
