import { foldName, foldWithMap } from '#shared/names/fold.ts';
import { KnownIndex, matchText, type KnownName } from '../../suggest/index.ts';

/** A writing of a name, folded, and the code name that stands for its bearer. */
interface Hidden {
  folded: string;
  codeName: string;
}

/** Writings of one bearer's names, with what stands for them. */
export interface HiddenNames {
  codeName: string;
  /** As the case has them. */
  values: readonly string[];
  /** The names as the matcher takes them; none when a text is to be replaced that is nobody's name. */
  known: readonly KnownName[];
}

interface Span {
  start: number;
  end: number;
  codeName: string;
}

/** A name without a space between its words is looked for within words, too, from so many letters on. */
const fewestLetters = 6;

/**
 * Replaces names by code names, in whatever case, accents or script they are written, whole or in part: as the program
 * finds the known names of a case in texts; and as a row of folded words, so that none of the writings given stays.
 */
export class Redactor {
  /** How many texts were changed. */
  changed = 0;
  readonly #hidden: Hidden[];
  /** The words of all names, folded. */
  readonly #words: ReadonlySet<string>;
  readonly #groups: { codeName: string; index: KnownIndex; before: string }[];

  constructor(names: readonly HiddenNames[]) {
    this.#hidden = names
      .flatMap(({ codeName, values }) =>
        values.map((value) => ({ folded: foldName(value), codeName })),
      )
      .filter(({ folded }) => folded !== '')
      .toSorted((a, b) => b.folded.length - a.folded.length);
    this.#words = new Set(this.#hidden.flatMap(({ folded }) => folded.split(' ')));
    this.#groups = names.flatMap(({ codeName, values, known }) =>
      known.length === 0
        ? []
        : // A surname alone is the name of whoever was named in full before.
          [{ codeName, index: new KnownIndex(known), before: `${values.join('.\n\n')}.\n\n` }],
    );
  }

  /** A text with code names in the place of names. */
  replaced(text: string): string {
    const result = this.#replaced(text);
    if (result !== text) this.changed += 1;
    return result;
  }

  /** Whether a text has one of the names. */
  holds(text: string): boolean {
    return this.#spans(text).length > 0 || this.#spans(decoded(text)).length > 0;
  }

  /** Whether a text has one of the names as they are written in the case, word for word. */
  holdsWritten(text: string): boolean {
    if (this.#hasNoWord(text) && this.#hasNoWord(decoded(text))) return false;
    return this.#written(text).length > 0 || this.#written(decoded(text)).length > 0;
  }

  #replaced(text: string): string {
    const plain = decoded(text);
    const from = plain !== text && this.#spans(plain).length > 0 ? plain : text;
    let result = from;
    // What is left and right of a name that went can be a name together.
    for (let round = 0; round < 3; round += 1) {
      const spans = this.#spans(result);
      if (spans.length === 0) break;
      let next = '';
      let at = 0;
      for (const { start, end, codeName } of spans) {
        next += result.slice(at, start) + codeName;
        at = end;
      }
      result = next + result.slice(at);
    }
    return result;
  }

  /** Where the names are, in order, none overlapping another. */
  #spans(text: string): Span[] {
    if (text === '' || this.#hasNoWord(text)) return [];
    const spans = this.#written(text);
    for (const { codeName, index, before } of this.#groups) {
      for (const { start, end } of matchText(index, before + text)) {
        if (start >= before.length) {
          spans.push({ start: start - before.length, end: end - before.length, codeName });
        }
      }
    }
    const apart: Span[] = [];
    for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      const last = apart.at(-1);
      if (last === undefined || span.start >= last.end) apart.push({ ...span });
      else last.end = Math.max(last.end, span.end);
    }
    return apart;
  }

  /**
   * Whether a text has no word of any name, so that none can be in it: most texts, told in no time. In another script a
   * name may be spelled otherwise than it is folded.
   */
  #hasNoWord(text: string): boolean {
    if (!latin.test(text)) return false;
    const folded = foldName(text);
    for (const word of this.#words) if (folded.includes(word)) return false;
    return true;
  }

  #written(text: string): Span[] {
    const { folded, starts, ends } = foldWithMap(text);
    const spans: Span[] = [];
    const add = (from: number, to: number, codeName: string) =>
      spans.push({ start: starts[from] ?? 0, end: ends[to - 1] ?? text.length, codeName });
    for (const { folded: name, codeName } of this.#hidden) {
      for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
        const to = at + name.length;
        const begins = at === 0 || folded[at - 1] === ' ';
        const endsThere = to === folded.length || folded[to] === ' ';
        if (begins && endsThere) add(at, to, codeName);
      }
      const joined = name.replaceAll(' ', '');
      if (joined === name || joined.length < fewestLetters) continue;
      for (let at = folded.indexOf(joined); at >= 0; at = folded.indexOf(joined, at + 1)) {
        add(at, at + joined.length, codeName);
      }
    }
    return spans;
  }
}

/** Latin letters with all that is beside them in Unicode's first blocks, and punctuation. */
const latin = /^[\u0000-\u036f\u1e00-\u1eff\u2000-\u2bff]*$/;

/** A text without the percent signs by which addresses write letters (RFC 3986, section 2.1). */
function decoded(text: string): string {
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
}
