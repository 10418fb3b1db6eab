import { foldTable, separator } from './character-table.ts';
import { Chains, unknown, type ForeignWords } from './chains.ts';
import { isPossessive, type FoundWords } from './found-words.ts';
import { firstForeign, WordChoice } from './word-choice.ts';
import { WordReader } from './word-reader.ts';
import { mostWords, spanMask, spanShift, WordRuns } from './word-runs.ts';
import {
  beginsPair,
  inAnyCase,
  inCapitals,
  isMoreThanSurname,
  type WordTable,
} from './word-table.ts';

/** What is known by now of surnames of those whose whole name stood in the text. */
export interface NamedWords {
  /** Whether a word of this hash may be such a surname; false is certain. */
  mayBeNamed(hash: number): boolean;
}

/**
 * Reads a text once and shows the words that may belong to a name: those that are a name alone, those that a name
 * begins with together with the word before, what goes on from them, initials, and what `foreign` knows. They are shown
 * in chains of words that follow each other, each before the text behind it is looked at, so that a surname alone is
 * passed over unless `named` has learnt it from the chains before.
 *
 * @param visit may not keep what it is shown
 */
export function scan(
  text: string,
  table: WordTable,
  foreign: ForeignWords | undefined,
  named: NamedWords,
  visit: (chain: FoundWords) => void,
): void {
  new Scanner(text, table, foreign, named, visit).run();
}

class Scanner {
  readonly #text: string;
  readonly #table: WordTable;
  readonly #named: NamedWords;
  readonly #asksAll: boolean;
  readonly #runs: WordRuns;
  readonly #choice: WordChoice;
  readonly #chains: Chains;
  readonly #reader = new WordReader();
  /** How many words there were before the run. */
  #before = 0;

  constructor(
    text: string,
    table: WordTable,
    foreign: ForeignWords | undefined,
    named: NamedWords,
    visit: (chain: FoundWords) => void,
  ) {
    this.#text = text;
    this.#table = table;
    this.#named = named;
    this.#asksAll = foreign?.wantsLatin === true;
    this.#runs = new WordRuns(text);
    this.#choice = new WordChoice(table, mostWords(text), this.#asksAll);
    this.#chains = new Chains(text, table, foreign, visit);
  }

  run(): void {
    const runs = this.#runs;
    while (runs.next()) {
      if (runs.count > 0) this.#readRun();
      this.#before += runs.count;
      if (runs.unusual >= 0) runs.goOn(this.#readUnusual(runs.unusual));
    }
    this.#chains.show();
  }

  #readRun(): void {
    const before = this.#before;
    const chains = this.#chains;
    const chosen = this.#choice.choose(this.#runs, chains.isHeld(before));
    const { words } = this.#choice;
    // What goes on from the run before is looked at whatever it is.
    let next = chains.isGoingOn(before + 1) ? this.#takeFrom(0) : 0;
    for (let at = 0; at < chosen; at += 1) {
      const word = words[at] ?? 0;
      if (word >= next && this.#mayBelong(word)) next = this.#takeFrom(word);
    }
    this.#holdBefore(this.#runs.count);
  }

  /** Whether a chosen word may be a name alone or go on from the word before it. */
  #mayBelong(word: number): boolean {
    if (this.#asksAll) return true;
    const { hashes, spans, units } = this.#runs;
    const span = spans[word] ?? 0;
    const letters = span & spanMask;
    const unit = units[(span >>> spanShift) - letters] ?? 0;
    const first = foldTable[unit] ?? separator;
    if (first >= firstForeign) return true;
    const hash = hashes[word] ?? 0;
    const uses = this.#table.usesOfHash(hash);
    if ((uses & inAnyCase) !== 0) return true;
    const ordinal = this.#before + word + 1;
    if (unit !== first) {
      if (letters === 1 || (uses & isMoreThanSurname) !== 0) return true;
      if ((uses & inCapitals) !== 0) {
        if (this.#chains.showBefore(ordinal) || this.#named.mayBeNamed(hash)) return true;
      }
    }
    if (word > 0) return this.#table.mayBegin(hashes[word - 1] ?? 0, hash);
    return this.#chains.isHeld(ordinal - 1) && this.#chains.mayFollowHeld(hash);
  }

  /** Takes a word and those that go on from it. Gives the first that does not. */
  #takeFrom(from: number): number {
    const { hashes, spans, units, count, from: blockFrom } = this.#runs;
    this.#holdBefore(from);
    let word = from;
    do {
      const hash = hashes[word] ?? 0;
      const span = spans[word] ?? 0;
      const end = span >>> spanShift;
      const start = end - (span & spanMask);
      const first = foldTable[units[start] ?? 0] ?? separator;
      const ordinal = this.#before + word + 1;
      const uses = this.#table.usesOfHash(hash);
      this.#chains.take(ordinal, uses, hash, blockFrom + start, blockFrom + end, first, 0, unknown);
      word += 1;
    } while (word < count && this.#chains.isGoingOn(this.#before + word + 1));
    return word;
  }

  /** Holds the word before one, unless it was taken, or no name begins with it. */
  #holdBefore(next: number): void {
    const ordinal = this.#before + next;
    if (next === 0 || this.#chains.isHeld(ordinal) || this.#chains.isGoingOn(ordinal + 1)) return;
    const { hashes, spans, from } = this.#runs;
    const hash = hashes[next - 1] ?? 0;
    if ((this.#table.usesOfHash(hash) & beginsPair) === 0) return;
    const span = spans[next - 1] ?? 0;
    const end = span >>> spanShift;
    const start = end - (span & spanMask);
    this.#chains.hold(ordinal, hash, from + start, from + end, unknown, 0);
  }

  /** A word with apostrophes, marks or letters that fold to several, or an ideograph. Gives where to read on. */
  #readUnusual(start: number): number {
    const reader = this.#reader;
    const table = this.#table;
    reader.read(this.#text, start);
    // A word too long for a name parts what is around it; a symbol is left to the gap.
    if (reader.length > 0 || reader.end > start) this.#before += 1;
    if (reader.length === 0) return reader.next;
    let { hash, end, length } = reader;
    let flags = 0;
    let word = table.findCodes(hash, reader.codes, length);
    if (word < 0 && reader.possessorLength > 0) {
      hash = reader.possessorHash;
      end = reader.possessorEnd;
      length = reader.possessorLength;
      flags = isPossessive;
      word = table.findCodes(hash, reader.codes, length);
    }
    const uses = word < 0 ? 0 : table.usesOf(word);
    const first = foldTable[this.#text.charCodeAt(start)] ?? separator;
    this.#chains.take(this.#before, uses, hash, start, end, first, flags, word);
    return reader.next;
  }
}
