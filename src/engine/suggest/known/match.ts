import { Antecedents } from './antecedents.ts';
import { Candidates, type Candidate } from './candidates.ts';
import type { KnownIndex } from './known-index.ts';
import type { KnownMatch, KnownReading, MatchOptions } from './known.ts';
import type { Antecedent } from './part-judgement.ts';
import { Passage } from './passage.ts';
import { readingOf } from './reading.ts';
import type { FoundWords } from './found-words.ts';
import { scan } from './scan.ts';
import { partKinds, variantKind } from './variant.ts';

/** One reading, with what it was read by. */
interface Found {
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
/** A name read with less than this is not what a surname after it is taken for. */
const sure = 0.5;

/**
 * Finds the names of an index in a text, whatever their case, accents, script, possessive or hyphens, on word
 * boundaries; of several that begin at one place, the longest. A surname alone is found after the whole name.
 *
 * @returns in the order of the text, none overlapping another
 */
export function matchText(
  index: KnownIndex,
  text: string,
  { minScore = 0.3 }: MatchOptions = {},
): KnownMatch[] {
  const found = scan(text, index.table, index.cross);
  const candidates = new Candidates(index, found);
  const antecedents = new Antecedents(index);
  const reader = new PassageReader(index, text, found, antecedents, minScore);
  const matches: KnownMatch[] = [];
  for (let at = 0; at < found.count; at += 1) {
    if (candidates.isIdle(at, antecedents)) continue;
    const list = candidates.at(at);
    for (let from = 0; from < list.length;) {
      const last = list[from]?.last ?? at;
      let to = from + 1;
      while (list[to]?.last === last) to += 1;
      const readings = reader.read(list.slice(from, to));
      from = to;
      const [best] = readings;
      if (best === undefined) continue;
      const { start, end, text: written } = best.passage;
      matches.push({
        start,
        end,
        text: written,
        readings: readings.map(({ reading }) => reading),
      });
      for (const { entry, reading } of readings) {
        const isWhole = reading.score >= sure && (index.entries.kindOf(entry) & partKinds) === 0;
        if (isWhole) antecedents.add(index.entries.nameOf(entry), { full: written, at: start });
      }
      at = last;
      break;
    }
  }
  return matches;
}

/** Reads what candidates of the same words may mean. */
class PassageReader {
  readonly #index: KnownIndex;
  readonly #text: string;
  readonly #found: FoundWords;
  readonly #antecedents: Antecedents;
  readonly #minScore: number;

  constructor(
    index: KnownIndex,
    text: string,
    found: FoundWords,
    antecedents: Antecedents,
    minScore: number,
  ) {
    this.#index = index;
    this.#text = text;
    this.#found = found;
    this.#antecedents = antecedents;
    this.#minScore = minScore;
  }

  /** The readings of candidates that end at the same word, best first, each entity once. */
  read(candidates: readonly Candidate[]): readonly Found[] {
    const readings: Found[] = [];
    for (const candidate of candidates) this.#readOne(candidate, readings);
    if (readings.length === 0) return readings;
    return weighedTogether(readings)
      .filter(({ reading }) => reading.score >= this.#minScore)
      .slice(0, mostReadings);
  }

  #readOne(candidate: Candidate, readings: Found[]): void {
    const { trie, node } = candidate;
    const isTold = candidate.initials[0] === candidate.first || this.#antecedents.has(trie, node);
    if (!isTold && trie.kindsAt(node) === variantKind.surname) return;
    const foreign = this.#index.cross.word(this.#found.foreign(candidate.first));
    for (const prefix of foreign?.prefixes ?? noPrefix) {
      const passage = new Passage(this.#text, this.#found, candidate, prefix);
      if (this.#readPassage(candidate, passage, readings)) return;
    }
  }

  /** Gives whether anything was read. */
  #readPassage(candidate: Candidate, passage: Passage, readings: Found[]): boolean {
    const { trie, node } = candidate;
    const hasInitials = candidate.initials[0] === candidate.first;
    const isNamed = this.#antecedents.has(trie, node);
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
