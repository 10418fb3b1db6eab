import { escapedText, writeElement } from '../refi/xml.ts';
import type { Tally } from './left.ts';

/** What XML 1.0 cannot say at all, half of a surrogate pair among it. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** How many signs of a text XML cannot say. */
export function unwritableIn(text: string): number {
  return text.match(forbidden)?.length ?? 0;
}

/** Writes XML that says what it can of any text, and counts what became U+FFFD. */
export class XmlText {
  readonly #tally: Tally;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  /** An element with text in it. */
  leaf(name: string, attributes: Record<string, string | undefined>, text: string): string {
    this.#count(text);
    for (const value of Object.values(attributes)) this.#count(value ?? '');
    return writeElement(name, attributes, escapedText(text));
  }

  /** An element with elements in it, which are XML already. */
  element(name: string, attributes: Record<string, string | undefined>, inner = ''): string {
    for (const value of Object.values(attributes)) this.#count(value ?? '');
    return writeElement(name, attributes, inner);
  }

  /** The beginning of an element that has content. */
  begin(name: string, attributes: Record<string, string | undefined>): string {
    return this.element(name, attributes).replace(/\/>$/, '>');
  }

  #count(text: string): void {
    this.#tally.add('changed.character', unwritableIn(text));
  }
}
