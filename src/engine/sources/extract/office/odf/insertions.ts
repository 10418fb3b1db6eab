import type { Change } from '../prose.ts';

/** More insertions than overlap; the others are not told. */
const MOST_OPEN = 100;

/** The insertions that have begun and not ended, which may overlap. */
export class Insertions {
  readonly #open: { readonly id: string; readonly change: Change }[] = [];

  /** What the text here was inserted by: the last that began. */
  get current(): Change | null {
    return this.#open.at(-1)?.change ?? null;
  }

  begin(id: string, change: Change): void {
    if (this.#open.length < MOST_OPEN) this.#open.push({ id, change });
  }

  end(id: string): void {
    const at = this.#open.findIndex((one) => one.id === id);
    if (at >= 0) this.#open.splice(at, 1);
  }
}
