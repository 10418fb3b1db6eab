import type { Comment } from './prose.ts';

/** Of the words a comment is on, in UTF-16 code units. */
const LONGEST_QUOTATION = 300;

/** Listens for the words that comments are on, which may go on over several paragraphs. */
export class Quotations {
  readonly #heard = new Map<Comment, string>();
  /** Comments whose words have begun here and are not yet long enough. */
  #listening = new Set<Comment>();

  begin(comment: Comment): void {
    this.#listening.add(comment);
  }

  hear(text: string): void {
    for (const comment of this.#listening) {
      const heard = (this.#heard.get(comment) ?? '') + text;
      this.#heard.set(comment, heard);
      if (heard.length > LONGEST_QUOTATION) this.#listening.delete(comment);
    }
  }

  /** The words a comment is on, in one line, cut where they are long; empty where it is on a place. */
  end(comment: Comment): string {
    const heard = (this.#heard.get(comment) ?? '').replaceAll(/\s+/g, ' ').trim();
    this.#heard.delete(comment);
    this.#listening.delete(comment);
    return heard.length > LONGEST_QUOTATION
      ? `${heard.slice(0, LONGEST_QUOTATION - 1).toWellFormed()}…`
      : heard;
  }

  /** Text that does not belong to what is around it, so that no comment on that is on it. */
  aside<T>(read: () => T): T {
    const listening = this.#listening;
    this.#listening = new Set();
    try {
      return read();
    } finally {
      this.#listening = listening;
    }
  }
}
