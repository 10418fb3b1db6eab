import { withPlainLineEnds } from '../line-ends.ts';
import { linkTarget } from './links.ts';
import type { Change } from './prose.ts';

/** A change with its words, joined from the pieces that programs cut it into. */
interface SaidChange extends Change {
  words: string;
}

/** Gathers the text of one paragraph as with its changes accepted, and what those changes were. */
export class ParagraphText {
  #text = '';
  #link: { readonly target: string; words: string } | null = null;
  readonly #changes: SaidChange[] = [];
  /** The change that the last words belong to. */
  #last: SaidChange | null = null;

  words(raw: string, change: Change | null): void {
    const text = plain(raw);
    if (text === '') return;
    if (change?.kind !== 'deletion') {
      this.#text += text;
      if (this.#link !== null) this.#link.words += text;
    }
    if (change === null) {
      this.#last = null;
      return;
    }
    const last = this.#last;
    if (
      last !== null &&
      last.kind === change.kind &&
      last.author === change.author &&
      last.date === change.date
    ) {
      last.words += text;
      return;
    }
    this.#last = { ...change, words: text };
    this.#changes.push(this.#last);
  }

  /** What follows, to the end of the link, leads to the target. */
  startLink(target: string): void {
    this.endLink();
    this.#link = { target, words: '' };
  }

  endLink(): void {
    if (this.#link !== null) this.#text += linkTarget(this.#link.target, this.#link.words);
    this.#link = null;
  }

  /** The changes in the order of their places: who, when, and the words. Changes of white space alone are left out. */
  get changes(): { kind: Change['kind']; text: string }[] {
    return this.#changes
      .filter(({ words }) => words.trim() !== '')
      .map(({ kind, author, date, words }) => {
        const sign = kind === 'insertion' ? '+' : '−';
        const who = [author, date].filter((word) => word !== '').join(', ');
        return { kind, text: `[${sign}${who === '' ? '' : ` ${who}`}] ${words.trim()}` };
      });
  }

  /** The text without white space around it and at the ends of its lines. */
  finish(): string {
    // A search for spaces before a line end would take a time that grows with the square of their number.
    const lines = this.#text.split('\n').map((line) => line.trimEnd());
    return lines.join('\n').trim();
  }
}

/** As in text from HTML: lines end in `\n`, no-break spaces are spaces, what has no width is left out. */
function plain(raw: string): string {
  return withPlainLineEnds(raw)
    .replaceAll(/[\u00ad\u200b\ufeff\u0000]/g, '')
    .replaceAll('\u00a0', ' ');
}
