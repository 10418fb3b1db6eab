import type { Tally } from '../left.ts';

/** An entity as FollowTheMoney writes it: every property has a list of texts. */
export interface FtmEntity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
  /** Other ids under which the same entity was recorded. */
  referents?: string[];
}

/** Control signs, which databases refuse; tabs and line ends stay. */
const unwritable = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Gathers properties: each value once, in the order in which they came. */
export class Properties {
  readonly #values = new Map<string, Set<string>>();
  readonly #tally: Tally;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  add(property: string, ...values: readonly (string | null)[]): void {
    for (const value of values) {
      const text = this.#plain(value ?? '');
      if (text === '') continue;
      const known = this.#values.get(property);
      if (known === undefined) this.#values.set(property, new Set([text]));
      else known.add(text);
    }
  }

  has(property: string): boolean {
    return this.#values.has(property);
  }

  /** By property, in the order of their names. */
  written(): Record<string, string[]> {
    const all = [...this.#values].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(all.map(([property, values]) => [property, [...values]]));
  }

  #plain(value: string): string {
    return value.trim().replaceAll(unwritable, () => {
      this.#tally.add('changed.character');
      return '\uFFFD';
    });
  }
}
