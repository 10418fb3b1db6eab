/** A key press as far as it matters here. */
export interface Pressed {
  readonly key: string;
  /** Held together with a key that makes a command of it. */
  readonly modified: boolean;
}

/** How long what is typed waits for its field, and how soon after one letter another belongs to the same words; ms. */
const patience = 3000;
const sameWords = 1000;

/**
 * Keeps letters from being taken for commands. After a key that opens a field, what is typed belongs to the field before
 * it is drawn; and where a field goes away while it is typed in, the rest of the words judges nothing.
 */
export class HeldKeys {
  #held: string[] = [];
  #since: number | null = null;
  #typed: number | null = null;

  /** A field was asked for. @param now milliseconds of any clock, as everywhere here */
  await(now: number): void {
    this.#held = [];
    this.#since = now;
  }

  /** A key was pressed in a field. What closes a field on purpose ends its words. */
  typed({ key, modified }: Pressed, now: number): void {
    this.drop();
    if (!modified && isText(key)) this.#typed = now;
  }

  /**
   * A key was pressed where no text is typed.
   *
   * @param gone the field that was typed in last is not there any more
   * @returns whether it is kept for the field that is to come
   */
  press(pressed: Pressed, gone: boolean, now: number): boolean {
    const isCut = gone && this.#typed !== null && now - this.#typed < sameWords;
    if (this.#since === null && isCut && isText(pressed.key)) this.await(now);
    if (this.#since !== null && now - this.#since > patience) this.drop();
    if (this.#since === null || pressed.modified) return false;
    if (pressed.key === 'Backspace' && this.#held.at(-1) !== 'Enter') this.#held.pop();
    else if (isText(pressed.key) || pressed.key === 'Enter') this.#held.push(pressed.key);
    else {
      // Escape, arrows and Tab are meant for what is there.
      this.drop();
      return false;
    }
    this.#since = now;
    return true;
  }

  /** A field has come. @returns what was typed for it: text, and `Enter` by itself; empty when it was not waited for */
  take(now: number): string[] {
    const parts: string[] = [];
    const isLate = this.#since === null || now - this.#since > patience;
    for (const key of isLate ? [] : this.#held) {
      const last = parts.at(-1);
      if (last === undefined || last === 'Enter' || key === 'Enter') parts.push(key);
      else parts[parts.length - 1] = last + key;
    }
    this.drop();
    return parts;
  }

  /** Something else was done: nothing is waited for. */
  drop(): void {
    this.#held = [];
    this.#since = null;
    this.#typed = null;
  }

  /** Whether anything is kept. */
  get isHolding(): boolean {
    return this.#since !== null;
  }
}

/** One letter, however many code units it has. */
export function isText(key: string): boolean {
  return [...key].length === 1;
}
