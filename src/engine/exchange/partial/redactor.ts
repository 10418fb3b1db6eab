import { foldName, foldWithMap } from '#shared/names/fold.ts';
import { KnownIndex, matchText, Sieve, type KnownName } from '../../suggest/index.ts';

/** A writing of a name, folded, and the code name that stands for its bearer. */
interface Hidden {
  folded: string;
  /** Its words without the spaces between them; null where that is looked for no other way. */
  joined: string | null;
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

/** The names of one bearer, as the matcher looks for them. */
interface Group {
  codeName: string;
  index: KnownIndex;
  sieve: Sieve;
  before: string;
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
  readonly #hidden: readonly Hidden[];
  readonly #groups: readonly Group[];
  /** Of all names together, so that a text without any is read once. */
  readonly #sieve: Sieve;

  constructor(names: readonly HiddenNames[]) {
    this.#hidden = names
      .flatMap(({ codeName, values }) => values.map((value) => hidden(foldName(value), codeName)))
      .filter(({ folded }) => folded !== '')
      .toSorted((a, b) => b.folded.length - a.folded.length);
    this.#groups = names.flatMap(({ codeName, values, known }) =>
      known.length === 0 ? [] : [groupOf(codeName, values, known)],
    );
    this.#sieve = new Sieve(new KnownIndex(names.flatMap(({ known }) => known)));
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
    return this.#holdsFolded(text) || this.#holdsFolded(decoded(text));
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
    const spans = this.#written(text);
    for (const { codeName, index, sieve, before } of this.#groupsIn(text)) {
      if (!sieve.mayHold(text)) continue;
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

  /** Those whose names may be in a text: none of most texts. */
  #groupsIn(text: string): readonly Group[] {
    return this.#groups.length > 0 && this.#sieve.mayHold(text) ? this.#groups : [];
  }

  #written(text: string): Span[] {
    // Where the letters stood is worked out only for the few texts in which there is something.
    if (!this.#holdsFolded(text)) return [];
    const { folded, starts, ends } = foldWithMap(text);
    return [...this.#placesIn(folded)].map(({ from, to, codeName }) => ({
      start: starts[from] ?? 0,
      end: ends[to - 1] ?? text.length,
      codeName,
    }));
  }

  #holdsFolded(text: string): boolean {
    return this.#placesIn(foldName(text)).next().done !== true;
  }

  /** Where in a folded text a name stands, as words of their own or, written in one, within others. */
  *#placesIn(folded: string): Generator<{ from: number; to: number; codeName: string }, undefined> {
    for (const { folded: name, joined, codeName } of this.#hidden) {
      for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
        const to = at + name.length;
        const begins = at === 0 || folded[at - 1] === ' ';
        const endsThere = to === folded.length || folded[to] === ' ';
        if (begins && endsThere) yield { from: at, to, codeName };
      }
      if (joined === null) continue;
      for (let at = folded.indexOf(joined); at >= 0; at = folded.indexOf(joined, at + 1)) {
        yield { from: at, to: at + joined.length, codeName };
      }
    }
    return undefined;
  }
}

function hidden(folded: string, codeName: string): Hidden {
  const joined = folded.replaceAll(' ', '');
  const isSought = joined !== folded && joined.length >= fewestLetters;
  return { folded, joined: isSought ? joined : null, codeName };
}

function groupOf(codeName: string, values: readonly string[], known: readonly KnownName[]): Group {
  const index = new KnownIndex(known);
  // A surname alone is the name of whoever was named in full before.
  const before = `${values.join('.\n\n')}.\n\n`;
  return { codeName, index, sieve: new Sieve(index), before };
}

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
