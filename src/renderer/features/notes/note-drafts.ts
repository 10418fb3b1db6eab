/**
 * What was typed into editors and is not kept yet, so that going elsewhere for a moment, or Escape at the wrong one, loses
 * nothing. It lives as long as the page works on its case, and is never written anywhere.
 */
export class NoteDrafts {
  readonly #words = new Map<string, string>();
  readonly #open = new Set<string>();
  #of: string | null = null;

  /** Begins with another case, or with none: what was typed into the one before is forgotten. */
  begin(caseId: string | null): void {
    if (caseId === this.#of) return;
    this.#of = caseId;
    this.#words.clear();
    this.#open.clear();
  }

  /** What was typed and not kept; undefined where there is nothing. */
  words(key: string): string | undefined {
    return this.#words.get(key);
  }

  /** Whether the editor was left without being closed, so that it stands open where its record is shown again. */
  isOpen(key: string): boolean {
    return this.#open.has(key);
  }

  /** @param first what there was before anything was typed: that alone is no draft */
  type(key: string, words: string, first: string): void {
    if (words === first) {
      this.#words.delete(key);
    } else {
      this.#words.set(key, words);
    }
    const [on = key] = key.split('#');
    if (this.#has(on)) this.#open.add(on);
    else this.#open.delete(on);
  }

  /** The editor is closed; what was typed waits for it to be opened again. */
  putAside(key: string): void {
    this.#open.delete(key);
  }

  /** What was typed is kept, or not wanted: with it goes what was said along with it, under `key#PART`. */
  drop(key: string): void {
    this.#open.delete(key);
    for (const one of this.#words.keys()) {
      if (one === key || one.startsWith(`${key}#`)) this.#words.delete(one);
    }
  }

  #has(on: string): boolean {
    return [...this.#words.keys()].some((one) => one === on || one.startsWith(`${on}#`));
  }
}
