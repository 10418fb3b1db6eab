import type { NameReason } from '#contract/duplicates.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import {
  nameKeys,
  nameWords,
  ScreenTable,
  type NameKeys,
  type PreparedName,
  type Rarity,
} from '../names/index.ts';
import { compareEntities } from './likeness.ts';
import type { EntityRecord } from './record.ts';
import { pairKey } from './snapshot.ts';

/** Two entities that may be one. */
export interface CandidatePair {
  readonly a: EntityRecord;
  readonly b: EntityRecord;
  readonly score: number;
  readonly reasons: readonly NameReason[];
}

/** Pairs below it are not kept. */
const leastKept = 0.3;
/** Entities under one key beyond which it tells too little to compare them all, by the sort of key. */
const mostUnderKey: Readonly<Record<string, number>> = {
  c: 300,
  p: 120,
  w: 10,
  i: 60,
  f: 60,
  a: 60,
  A: 60,
  b: 60,
  d: 60,
};
/** Entities from which on it counts how rare a word is among them; in fewer it would be chance. */
const enoughForRarity = 1000;

/**
 * All entities of a case by the keys of their names and identifiers, and the pairs of them that may be one. Entities are
 * put in one by one; each is compared only with those in it already that share a key with it.
 */
export class CandidateIndex {
  readonly #records = new Map<string, EntityRecord>();
  /** All that were ever put in, by their number; one that was taken out is no longer its entity's record. */
  readonly #numbered: EntityRecord[] = [];
  readonly #screens = new ScreenTable();
  /** The numbers of the entities under each key, by kind. */
  readonly #byKey = new Map<EntityKind, Map<string, number[]>>();
  /** For each number, in which search it was met last. */
  readonly #met: number[] = [];
  #searches = 0;
  readonly #pairs = new Map<string, CandidatePair>();
  readonly #wordCounts = new Map<string, number>();
  /** Something was taken out, so that what stands under a key need not be there any more. */
  #hasGone = false;
  #sortedWords: string[] | null = null;
  #sortedPairs: CandidatePair[] | null = null;

  get size(): number {
    return this.#records.size;
  }

  get(id: string): EntityRecord | undefined {
    return this.#records.get(id);
  }

  ids(): IterableIterator<string> {
    return this.#records.keys();
  }

  /** The pairs, best first. */
  pairs(): readonly CandidatePair[] {
    this.#sortedPairs ??= [...this.#pairs.values()]
      .filter(({ a, b }) => this.#isThere(a) && this.#isThere(b))
      .toSorted((x, y) => y.score - x.score || (x.a.id < y.a.id ? -1 : 1));
    return this.#sortedPairs;
  }

  /** Takes entities out, with the pairs they are in. */
  remove(ids: ReadonlySet<string>): void {
    if (ids.size === 0) return;
    for (const id of ids) if (this.#records.delete(id)) this.#hasGone = true;
    for (const [key, { a, b }] of this.#pairs)
      if (ids.has(a.id) || ids.has(b.id)) this.#pairs.delete(key);
    this.#sortedPairs = null;
  }

  /**
   * Puts an entity in and finds whom it may be one with, unless nobody asks that. One that is in it already must be taken
   * out first.
   */
  add(record: EntityRecord, whether: 'compared' | 'uncompared' = 'compared'): void {
    const keys = keysOf(record);
    const number = this.#numbered.push(record) - 1;
    this.#met.push(0);
    this.#screens.add(record.screens);
    const rarity = this.#rarity;
    const near = whether === 'compared' ? this.#under(record.kind, keys.seek) : [];
    for (const other of near) {
      const mayBeOne = this.#screens.mayMatch(number, other) || record.identifiers.length > 0;
      if (mayBeOne) this.#compare(number, other, rarity);
    }
    this.#records.set(record.id, record);
    const byKey = this.#keysOf(record.kind);
    for (const key of keys.own) {
      const kept = byKey.get(key);
      if (kept === undefined) byKey.set(key, [number]);
      else kept.push(number);
    }
    for (const word of new Set(record.names.flatMap(nameWords))) {
      const count = this.#wordCounts.get(word);
      if (count === undefined) this.#sortedWords = null;
      this.#wordCounts.set(word, (count ?? 0) + 1);
    }
  }

  #compare(number: number, otherNumber: number, rarity: Rarity | undefined): void {
    const record = this.#numbered[number];
    const other = this.#numbered[otherNumber];
    if (record === undefined || other === undefined) return;
    const isOlder = other.id <= record.id;
    // The older one first, as it would head their cluster.
    const [a, b] = isOlder ? [other, record] : [record, other];
    const [first, second] = isOlder ? [otherNumber, number] : [number, otherNumber];
    const likeness = compareEntities(a, b, rarity, (name, beside) =>
      this.#screens.mayMatchIn(first, name, second, beside),
    );
    if (likeness === undefined || likeness.score < leastKept) return;
    this.#pairs.set(pairKey(a.id, b.id), { a, b, ...likeness });
    this.#sortedPairs = null;
  }

  /** The entities of a kind that share a key with a name. */
  withKeysOf(kind: EntityKind, name: PreparedName): Set<EntityRecord> {
    const numbers = this.#under(kind, nameKeys(name).seek);
    return new Set(numbers.flatMap((number) => this.#numbered[number] ?? []));
  }

  /** The entities of a kind that have a word, at most as many as keys of that sort are followed to. */
  withWord(kind: EntityKind, word: string): readonly EntityRecord[] {
    return (this.#keysOf(kind).get(`w:${word}`) ?? [])
      .flatMap((number) => this.#numbered[number] ?? [])
      .filter((record) => this.#isThere(record));
  }

  /** The words of names that begin with some letters, at most `most`. */
  wordsFrom(beginning: string, most: number): string[] {
    this.#sortedWords ??= [...this.#wordCounts.keys()].toSorted();
    const words = this.#sortedWords;
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let at = low; at < words.length && found.length < most; at += 1) {
      const word = words[at] ?? '';
      if (!word.startsWith(beginning)) break;
      found.push(word);
    }
    return found;
  }

  /** How rare a word is among the names of the case, or undefined when they are too few to tell. */
  get rarity(): Rarity | undefined {
    return this.#rarity;
  }

  get #rarity(): Rarity | undefined {
    const all = this.#records.size;
    if (all < enoughForRarity) return undefined;
    const scale = Math.log(all);
    return (word) => 1 - Math.log(1 + (this.#wordCounts.get(word) ?? 0)) / scale;
  }

  /** The numbers of the entities under some keys, each once. */
  #under(kind: EntityKind, keys: ReadonlySet<string>): number[] {
    const byKey = this.#keysOf(kind);
    const found: number[] = [];
    this.#searches += 1;
    for (const key of keys) {
      const kept = byKey.get(key);
      if (kept === undefined || kept.length > (mostUnderKey[key[0] ?? ''] ?? 0)) continue;
      for (const number of kept) {
        if (this.#met[number] === this.#searches) continue;
        this.#met[number] = this.#searches;
        if (!this.#hasGone || this.#isCurrent(number)) found.push(number);
      }
    }
    return found;
  }

  #isCurrent(number: number): boolean {
    const record = this.#numbered[number];
    return record !== undefined && this.#isThere(record);
  }

  #keysOf(kind: EntityKind): Map<string, number[]> {
    let byKey = this.#byKey.get(kind);
    if (byKey === undefined) this.#byKey.set(kind, (byKey = new Map()));
    return byKey;
  }

  /** What was taken out, or put in anew, stays under its keys as a record that is no longer the entity's. */
  #isThere(record: EntityRecord): boolean {
    return !this.#hasGone || this.#records.get(record.id) === record;
  }
}

function keysOf(record: EntityRecord): NameKeys {
  const own = new Set<string>(record.identifiers);
  const seek = new Set<string>(own);
  for (const name of record.names) {
    const keys = nameKeys(name);
    for (const key of keys.own) own.add(key);
    for (const key of keys.seek) seek.add(key);
  }
  return { own, seek };
}
