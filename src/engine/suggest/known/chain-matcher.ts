import type { Antecedents } from './antecedents.ts';
import { Candidates } from './candidates.ts';
import type { FoundWords } from './found-words.ts';
import type { KnownIndex } from './known-index.ts';
import type { KnownMatch } from './known.ts';
import { PassageReader } from './passage-reader.ts';
import { partKinds } from './variant.ts';

/** A name read with less than this is not what a surname after it is taken for. */
const sure = 0.5;

/** Finds names among words that follow each other, chain after chain of a text, and learns who was named. */
export class ChainMatcher {
  readonly #index: KnownIndex;
  readonly #antecedents: Antecedents;
  readonly #candidates: Candidates;
  readonly #reader: PassageReader;
  readonly #matches: KnownMatch[];

  /** @param matches where what is found is put, in the order of the text */
  constructor(
    index: KnownIndex,
    text: string,
    antecedents: Antecedents,
    minScore: number,
    matches: KnownMatch[],
  ) {
    this.#index = index;
    this.#antecedents = antecedents;
    this.#candidates = new Candidates(index);
    this.#reader = new PassageReader(index, text, antecedents, minScore);
    this.#matches = matches;
  }

  match(chain: FoundWords): void {
    for (let at = 0; at < chain.count; at += 1) {
      if (this.#candidates.isIdle(chain, at, this.#antecedents)) continue;
      at = this.#matchFrom(chain, at);
    }
  }

  /** Of the names that begin with a word, the longest. Gives its last word, or the same word if there is no name. */
  #matchFrom(chain: FoundWords, first: number): number {
    const candidates = this.#candidates.at(chain, first);
    for (let from = 0; from < candidates.length;) {
      const last = candidates[from]?.last ?? first;
      let to = from + 1;
      while (candidates[to]?.last === last) to += 1;
      const readings = this.#reader.read(chain, candidates, from, to);
      from = to;
      const [best] = readings;
      if (best === undefined) continue;
      const { start, end, text } = best.passage;
      this.#matches.push({
        start,
        end,
        text,
        readings: readings.map(({ reading }) => reading),
      });
      const { entries } = this.#index;
      for (const { entry, reading } of readings) {
        const isWhole = reading.score >= sure && (entries.kindOf(entry) & partKinds) === 0;
        if (isWhole) this.#antecedents.add(entries.nameOf(entry), { full: text, at: start });
      }
      return last;
    }
    return first;
  }
}
