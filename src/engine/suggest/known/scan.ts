import {
  apostrophe,
  foldTable,
  ideograph,
  ignored,
  lastClass,
  separator,
} from './character-table.ts';
import { hashBasis, hashPrime, WordReader } from './word-reader.ts';
import type { WordTable } from './word-table.ts';

/** What a word that a text was scanned for may be told by, besides its number. */
export const isInitial = 1;
export const isPossessive = 2;

/** Gives a number to a word that is not found in its own script, or -1; see `CrossScript`. */
export interface ForeignWords {
  /** Whether words in Latin letters are asked for too; they are most words of most texts. */
  readonly wantsLatin: boolean;
  find(text: string, start: number, end: number, hash: number): number;
}

/** The words of a text that may belong to a name, in the order of the text. */
export class FoundWords {
  count = 0;
  #fields: Int32Array = new Int32Array(fieldCount * 1024);

  push(
    start: number,
    end: number,
    ordinal: number,
    word: number,
    foreign: number,
    flags: number,
  ): void {
    const at = this.count * fieldCount;
    if (at === this.#fields.length) {
      const larger = new Int32Array(this.#fields.length * 2);
      larger.set(this.#fields);
      this.#fields = larger;
    }
    const fields = this.#fields;
    fields[at] = start;
    fields[at + 1] = end;
    fields[at + 2] = ordinal;
    fields[at + 3] = word;
    fields[at + 4] = foreign;
    fields[at + 5] = flags;
    this.count += 1;
  }

  /** Where a word begins in the text, in UTF-16 units. */
  start(at: number): number {
    return this.#fields[at * fieldCount] ?? 0;
  }

  end(at: number): number {
    return this.#fields[at * fieldCount + 1] ?? 0;
  }

  /** Which word of the text it is, counting all. */
  ordinal(at: number): number {
    return this.#fields[at * fieldCount + 2] ?? -1;
  }

  /** Its number in the table of words, or -1. */
  word(at: number): number {
    return this.#fields[at * fieldCount + 3] ?? -1;
  }

  /** Its number among the foreign words, or -1. */
  foreign(at: number): number {
    return this.#fields[at * fieldCount + 4] ?? -1;
  }

  flags(at: number): number {
    return this.#fields[at * fieldCount + 5] ?? 0;
  }

  /** Whether a word follows the one before it without another in between. */
  follows(at: number): boolean {
    return at > 0 && at < this.count && this.ordinal(at) === this.ordinal(at - 1) + 1;
  }
}

const fieldCount = 6;
const firstForeign = 0x370;

/**
 * Reads a text once and keeps the words that names are made of, initials, and what `foreign` knows. Nothing is made for
 * a word that is passed over: the loop over its letters is a table, a hash and nothing else, since a text has millions.
 */
export function scan(
  text: string,
  table: WordTable,
  foreign: ForeignWords | undefined,
): FoundWords {
  const found = new FoundWords();
  const reader = new WordReader();
  const fold = foldTable;
  const wantsLatin = foreign?.wantsLatin === true;
  const length = text.length;
  let ordinal = 0;
  for (let at = 0; at < length;) {
    let folded = fold[text.charCodeAt(at)] ?? separator;
    if (folded === separator || folded === apostrophe || folded === ignored) {
      at += 1;
      continue;
    }
    const start = at;
    const first = folded;
    let hash = hashBasis;
    while (folded > lastClass) {
      hash = Math.imul(hash ^ folded, hashPrime);
      at += 1;
      folded = at < length ? (fold[text.charCodeAt(at)] ?? separator) : separator;
    }
    ordinal += 1;
    let end = at;
    let word = -1;
    let flags = 0;
    if (folded === separator || folded === ideograph) {
      if (end === start) {
        // An ideograph, which is a word of its own.
        hash = Math.imul(hash ^ text.charCodeAt(start), hashPrime);
        at += 1;
        end = at;
        reader.read(text, start);
        if (table.mayHave(hash)) word = table.findCodes(hash, reader.codes, reader.length);
      } else if (table.mayHave(hash)) {
        word = table.find(hash, text, start, end);
      }
    } else {
      reader.read(text, start);
      at = reader.next;
      end = reader.end;
      hash = reader.hash;
      if (reader.length === 0) {
        ordinal += reader.end > start ? 0 : -1;
        continue;
      }
      if (table.mayHave(hash)) word = table.findCodes(hash, reader.codes, reader.length);
      if (word < 0 && reader.possessorLength > 0) {
        hash = reader.possessorHash;
        end = reader.possessorEnd;
        flags = isPossessive;
        if (table.mayHave(hash)) {
          word = table.findCodes(hash, reader.codes, reader.possessorLength);
        }
      }
    }
    if (end - start === 1 && isCapital(text, start)) flags |= isInitial;
    let number = -1;
    if (foreign !== undefined && (first >= firstForeign || wantsLatin)) {
      number = foreign.find(text, start, end, hash);
    }
    if (word >= 0 || number >= 0 || flags === isInitial) {
      found.push(start, end, ordinal, word, number, flags);
    }
  }
  return found;
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}
