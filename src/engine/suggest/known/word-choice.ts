import { foldTable, separator } from './character-table.ts';
import { spanMask, spanShift, type WordRuns } from './word-runs.ts';
import { pairHash, pairShift, slotOfWord, type WordTable } from './word-table.ts';

/** Letters of other scripts than Latin are from here on. */
export const firstForeign = 0x370;

/**
 * Chooses the words of a run that are worth another look, by what is known of their hashes: most words of a text are in
 * no name, and most others stand where no name is. It takes no branch that depends on a word, since a processor would
 * foresee it badly; that would cost more than the look itself.
 */
export class WordChoice {
  /** The places in the run of those that were chosen, in order. */
  readonly words: Int32Array;
  readonly #inNames: Int32Array;
  readonly #pairs: Int32Array;
  readonly #asksAll: number;

  /**
   * @param most how many words a run may have
   * @param asksAll whether every word is chosen
   */
  constructor({ inNames, pairs }: WordTable, most: number, asksAll: boolean) {
    this.words = new Int32Array(most);
    this.#inNames = inNames;
    this.#pairs = pairs;
    this.#asksAll = asksAll ? 1 : 0;
  }

  /**
   * Chooses those that may be a name in any case, those with a capital that are in some name, initials, words of other
   * scripts, and those that some name may begin with together with the word before.
   *
   * @param isHeld whether a name may begin with the word before the run
   * @returns how many were chosen
   */
  choose(run: WordRuns, isHeld: boolean): number {
    const likely = this.#chooseWords(run, isHeld);
    const { words } = this;
    const { hashes } = run;
    const pairs = this.#pairs;
    let chosen = 0;
    // With the word before a run, a word is looked at later.
    let at = 0;
    if (likely > 0 && (words[0] ?? 0) >> 1 === 0) {
      words[0] = 0;
      chosen = 1;
      at = 1;
    }
    for (; at < likely; at += 1) {
      const entry = words[at] ?? 0;
      const word = entry >> 1;
      const bit = pairHash(hashes[word - 1] ?? 0, hashes[word] ?? 0) >>> pairShift;
      words[chosen] = word;
      chosen += ((entry & 1) | ((pairs[bit >>> 5] ?? 0) >>> (bit & 31))) & 1;
    }
    return chosen;
  }

  /** Those of which each by itself is in some name. Keeps with each in the lowest bit whether it needs no other. */
  #chooseWords({ hashes, spans, units, count }: WordRuns, isHeld: boolean): number {
    const fold = foldTable;
    const { words } = this;
    const inNames = this.#inNames;
    const asksAll = this.#asksAll;
    let likely = 0;
    let before = isHeld ? 1 : 0;
    for (let word = 0; word < count; word += 1) {
      const slot = slotOfWord(hashes[word] ?? 0);
      /** In the lowest bit whether it is in a name, in the next one whether it is one in any case. */
      const known = (inNames[slot >>> 4] ?? 0) >>> ((slot & 15) << 1);
      const span = spans[word] ?? 0;
      const letters = span & spanMask;
      const unit = units[(span >>> spanShift) - letters] ?? 0;
      const first = fold[unit] ?? separator;
      /** 1 for a capital or a letter with an accent. */
      const isCapital = (0 - (unit ^ first)) >>> 31;
      const isLetter = (letters - 2) >>> 31;
      const isForeign = (firstForeign - 1 - first) >>> 31;
      const isEnough = asksAll | isForeign | (isCapital & (known | isLetter)) | ((known >>> 1) & 1);
      words[likely] = (word << 1) | isEnough;
      likely += isEnough | (before & known & 1);
      before = known;
    }
    return likely;
  }
}
