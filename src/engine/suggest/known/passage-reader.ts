import type { Antecedents } from './antecedents.ts';
import type { Candidate } from './candidates.ts';
import type { FoundWords } from './found-words.ts';
import type { KnownIndex } from './known-index.ts';
import type { KnownReading } from './known.ts';
import type { Antecedent } from './part-judgement.ts';
import { Passage } from './passage.ts';
import { readingOf } from './reading.ts';
import { partKinds, variantKind } from './variant.ts';

/** One reading, with what it was read by. */
export interface Found {
  readonly reading: KnownReading;
  readonly entry: number;
  readonly antecedent: Antecedent | undefined;
  readonly passage: Passage;
}

const noPrefix: readonly number[] = [0];
/** More readings than these help nobody. */
const mostReadings = 10;
/** Of a surname that many have, how many are looked at. */
const mostEntries = 2000;
/** Of those who were not named before, how many are offered beside one who was. */
const mostOthers = 5;

/** Reads what candidates of the same words may mean. */
export class PassageReader {
  readonly #index: KnownIndex;
  readonly #text: string;
  readonly #antecedents: Antecedents;
  readonly #minScore: number;

  constructor(index: KnownIndex, text: string, antecedents: Antecedents, minScore: number) {
    this.#index = index;
    this.#text = text;
    this.#antecedents = antecedents;
    this.#minScore = minScore;
  }

  /** The readings of candidates that end at the same word, best first, each entity once. */
  read(
    chain: FoundWords,
    candidates: readonly Candidate[],
    from: number,
    to: number,
  ): readonly Found[] {
    const readings: Found[] = [];
    for (let at = from; at < to; at += 1) {
      const candidate = candidates[at];
      if (candidate !== undefined) this.#readOne(chain, candidate, readings);
    }
    const [only] = readings;
    if (only === undefined || (readings.length === 1 && only.reading.score >= this.#minScore)) {
      return readings;
    }
    return weighedTogether(readings)
      .filter(({ reading }) => reading.score >= this.#minScore)
      .slice(0, mostReadings);
  }

  #readOne(chain: FoundWords, candidate: Candidate, readings: Found[]): void {
    const { trie, node } = candidate;
    const isSurname = trie.kindsAt(node) === variantKind.surname;
    const hasInitials = candidate.initials[0] === candidate.first;
    if (isSurname && !hasInitials && !this.#antecedents.has(trie, node)) return;
    const foreign = chain.foreign(candidate.first);
    const prefixes = foreign < 0 ? noPrefix : this.#index.cross.word(foreign)?.prefixes;
    for (const prefix of prefixes ?? noPrefix) {
      const passage = new Passage(this.#text, chain, candidate, prefix);
      if (this.#readPassage(candidate, passage, readings)) return;
    }
  }

  /** Gives whether anything was read. */
  #readPassage(candidate: Candidate, passage: Passage, readings: Found[]): boolean {
    const { trie, node } = candidate;
    const hasInitials = candidate.initials[0] === candidate.first;
    // What is asked of whole names is not asked of the antecedents.
    const hasParts = (trie.kindsAt(node) & partKinds) !== 0;
    const isNamed = hasParts && this.#antecedents.has(trie, node);
    const isTold = hasInitials || isNamed;
    const { entries } = this.#index;
    const before = readings.length;
    const isOwnScript = trie === this.#index.trie;
    let looked = 0;
    let others = 0;
    for (let at = trie.lastEntryAt(node); at >= 0; at = trie.entryBefore(at)) {
      looked += 1;
      if (looked > mostEntries) break;
      const kind = entries.kindOf(at);
      const number = entries.nameOf(at);
      const isPart = (kind & partKinds) !== 0;
      const antecedent = isPart && isNamed ? this.#antecedents.of(number) : undefined;
      if (kind === variantKind.surname && antecedent === undefined && !hasInitials) {
        if (!isTold || others >= mostOthers) continue;
        others += 1;
      }
      const name = entries.names[number];
      const variant = entries.variantOf(at);
      if (name === undefined || variant === undefined) continue;
      const reading = readingOf(passage, name, variant, isOwnScript, antecedent);
      if (reading !== undefined) {
        addBest(readings, { reading, entry: at, antecedent, passage });
      }
    }
    return readings.length > before;
  }
}

/** Keeps the best reading of each entity. */
function addBest(readings: Found[], found: Found): void {
  const { entityId, score } = found.reading;
  if (readings.length === 0) {
    readings.push(found);
    return;
  }
  const at = readings.findIndex(({ reading }) => reading.entityId === entityId);
  if (at < 0) readings.push(found);
  else if ((readings[at]?.reading.score ?? 0) < score) readings[at] = found;
}

/** How much less each of several equal readings counts. */
const shares = [1, 1, 0.75];
const shareOfMany = 0.6;

/**
 * Orders readings, the last named first among those who were named. Where several are as likely, each is less so.
 */
function weighedTogether(readings: readonly Found[]): readonly Found[] {
  if (readings.length === 1) return readings;
  const ordered = readings.toSorted(
    (one, other) =>
      other.reading.score - one.reading.score ||
      (other.antecedent?.at ?? -1) - (one.antecedent?.at ?? -1),
  );
  const [best] = ordered;
  if (best === undefined) return ordered;
  const equals = ordered.filter(({ reading }) => reading.score >= best.reading.score * 0.95);
  if (equals.length === 1) return ordered;
  const share = shares[equals.length] ?? shareOfMany;
  return ordered
    .map((found) => {
      const isLastNamed = found === best && found.antecedent !== undefined;
      if (!equals.includes(found) || isLastNamed) return found;
      const { reading } = found;
      return {
        ...found,
        reading: {
          ...reading,
          score: Math.round(reading.score * share * 1000) / 1000,
          reasons: [
            ...reading.reasons,
            { code: 'severalEntities' as const, params: { count: equals.length } },
          ],
        },
      };
    })
    .toSorted((one, other) => other.reading.score - one.reading.score);
}
