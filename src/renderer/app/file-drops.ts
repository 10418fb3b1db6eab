/**
 * Whom the files dropped on the window are given to: whoever takes them was last to say so. What is dropped while nobody
 * has yet said anything, because the screen is still on its way, waits for it.
 */
export class FileDrops<F> {
  /** The last one counts. One without `take` refuses. */
  readonly #takers: { readonly take: ((files: F[]) => void) | null }[] = [];
  #kept: F[] | null = null;

  /** Whether files may be dropped now: not where the screen has no use for them. */
  get areWelcome(): boolean {
    const now = this.#takers.at(-1);
    return now === undefined || now.take !== null;
  }

  /**
   * To be said by a screen as soon as it is there.
   *
   * @param take null: this screen has no use for files
   * @returns what takes it back, and whether files would go there now
   */
  enter(take: ((files: F[]) => void) | null): { leave: () => void; isNext: () => boolean } {
    const taker = { take };
    this.#takers.push(taker);
    return {
      leave: () => {
        this.#takers.splice(this.#takers.indexOf(taker), 1);
      },
      isNext: () => take !== null && this.#takers.at(-1) === taker,
    };
  }

  drop(files: readonly F[]): void {
    if (files.length === 0) return;
    if (this.areWelcome) this.#kept = [...files];
    this.handOver();
  }

  /** Gives what was dropped before to the screen that is there now, if it takes files. */
  handOver(): void {
    const take = this.#takers.at(-1)?.take;
    const files = this.#kept;
    if (take === undefined || take === null || files === null) return;
    this.#kept = null;
    take(files);
  }
}
