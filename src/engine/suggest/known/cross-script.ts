import { articles } from '#shared/names/particles.ts';
import { foldName } from '#shared/names/fold.ts';
import { skeleton } from '#shared/names/skeleton.ts';
import { soundKey } from '#shared/names/sound.ts';
import type { Entries } from './entries.ts';
import type { Script } from './known.ts';
import type { ForeignWords } from './chains.ts';
import { baseForms } from './inflection.ts';
import { latinAt, wordAt } from './parsed-name.ts';
import { scriptOf } from './spelling.ts';
import { variantKind } from './variant.ts';
import { wordsOf } from './word-reader.ts';
import { WordTrie } from './word-trie.ts';

/** A word of a text that is looked for among names in other scripts, or inflected among those in its own. */
export interface ForeignWord {
  readonly script: Script;
  /** For each trie it may lead on in, the sequences of numbers it may stand for there; an article stands for none. */
  readonly paths: ReadonlyMap<WordTrie, readonly (readonly number[])[]>;
  /**
   * How many UTF-16 units at its beginning may be a conjunction or preposition that Arabic writes with it: 0, 1, or
   * either, which the spelling of the name then tells.
   */
  readonly prefixes: readonly number[];
}

/** In which scripts names are, and by what of theirs they are found. */
interface Side {
  readonly has: (script: Script) => boolean;
  readonly key: (folded: string) => string[];
  readonly isAsked: (script: Script) => boolean;
  trie?: WordTrie;
}

/**
 * Finds names in scripts other than theirs: between Latin, Cyrillic and Greek letters by their sound, to and from
 * Arabic, which writes no short vowels, by their consonants. Most cases and texts need none of this, so each part is
 * made when the first word asks for it.
 */
export class CrossScript implements ForeignWords {
  readonly wantsLatin: boolean;
  readonly #entries: Entries;
  readonly #own: WordTrie;
  readonly #sides: readonly Side[];
  readonly #scripts: ReadonlySet<Script>;
  readonly #words: ForeignWord[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #cachedHashes = new Int32Array(cacheSize);
  readonly #cachedNumbers = new Int32Array(cacheSize).fill(-2);

  /** @param own the trie of the names in their own scripts */
  constructor(entries: Entries, own: WordTrie) {
    this.#entries = entries;
    this.#own = own;
    this.#scripts = new Set(entries.names.map(({ script }) => script));
    this.#sides = sides
      .map((side) => ({ ...side }))
      .filter(({ has }) => [...this.#scripts].some(has));
    this.wantsLatin = this.#sides.some(({ isAsked }) => isAsked('latin'));
  }

  /** The number of a word that may belong to a name in another script, or -1. */
  find(text: string, start: number, end: number, hash: number): number {
    const slot = (hash ^ (hash >>> 16)) & (cacheSize - 1);
    const cached = this.#cachedNumbers[slot] ?? -2;
    if (cached !== -2 && this.#cachedHashes[slot] === hash) return cached;
    const written = text.slice(start, end);
    let number = this.#numbers.get(written);
    if (number === undefined) {
      number = this.#learn(written);
      if (this.#numbers.size > mostRemembered) this.#numbers.clear();
      this.#numbers.set(written, number);
    }
    this.#cachedHashes[slot] = hash;
    this.#cachedNumbers[slot] = number;
    return number;
  }

  word(number: number): ForeignWord | undefined {
    return this.#words[number];
  }

  /** The tries that were made so far. */
  *tries(): Generator<WordTrie> {
    for (const { trie } of this.#sides) if (trie !== undefined) yield trie;
  }

  #learn(written: string): number {
    const script = scriptOf(written);
    const [own] = wordsOf(written);
    if (own === undefined) return -1;
    const forms = baseForms(own.folded, script);
    const paths = new Map<WordTrie, readonly (readonly number[])[]>();
    const hasClitic = script === 'arabic' && clitic.test(written);
    if (!this.#own.words.has(own.folded)) {
      const others = hasClitic ? [own.folded.slice(1)] : forms.slice(1);
      const numbers = others.flatMap((form) => this.#own.words.get(form) ?? []);
      if (numbers.length > 0) {
        paths.set(
          this.#own,
          numbers.map((number) => [number]),
        );
      }
    }
    let isWhole = !hasClitic || paths.size === 0;
    let isBehindClitic = !isWhole;
    for (const side of this.#sides) {
      if (!side.isAsked(script)) continue;
      const trie = this.#trieOf(side);
      const asWhole = pathsIn(
        trie,
        [written, ...forms.slice(1)].flatMap((form) => side.key(foldName(form))),
      );
      const behind = hasClitic ? pathsIn(trie, side.key(foldName(written.slice(1)))) : [];
      isWhole ||= asWhole.length > 0;
      isBehindClitic ||= behind.length > 0;
      const found = [...asWhole, ...behind];
      if (found.length > 0) paths.set(trie, found);
    }
    if (paths.size === 0) return -1;
    const prefixes = [...(isWhole ? [0] : []), ...(isBehindClitic ? [1] : [])];
    this.#words.push({ script, paths, prefixes });
    return this.#words.length - 1;
  }

  #trieOf(side: Side): WordTrie {
    if (side.trie !== undefined) return side.trie;
    const trie = new WordTrie();
    const keys = new Map<string, string[]>();
    for (let entry = 0; entry < this.#entries.count; entry += 1) {
      const name = this.#entries.names[this.#entries.nameOf(entry)];
      if (name === undefined || !side.has(name.script)) continue;
      const variant = this.#entries.variantOf(entry);
      if (variant === undefined || (variant.kind & lettered) !== 0) continue;
      const words = variant.words.flatMap((index) => {
        const written = wordAt(name, index);
        const known = keys.get(written) ?? side.key(latinAt(name, index));
        keys.set(written, known);
        return known[0]?.split(' ').filter((word) => word !== '') ?? [];
      });
      if (words.length > 0) trie.add(words, entry, variant.kind);
    }
    for (const [main, ...others] of keys.values()) {
      const number = trie.words.get(main ?? '');
      // A word that is spoken in several ways leads on by each, unless that is already another word.
      for (const other of others) {
        if (number !== undefined && !trie.words.has(other)) trie.words.set(other, number);
      }
    }
    side.trie = trie;
    return trie;
  }
}

/** And, so, with, to, like: Arabic writes them with the next word. */
const clitic = /^[وفبلك]\p{L}{3}/u;
const lettered = variantKind.acronym | variantKind.dotted;
const cacheSize = 2 ** 14;
const mostRemembered = 300_000;

function pathsIn(trie: WordTrie, keys: readonly string[]): number[][] {
  const paths = new Map<string, number[]>();
  for (const key of keys) {
    const words = key.split(' ').filter((word) => word !== '');
    const numbers = words.flatMap((word) => trie.words.get(word) ?? []);
    if (numbers.length === words.length) paths.set(numbers.join(' '), numbers);
  }
  return [...paths.values()];
}

const byEar = (script: Script): boolean => script === 'cyrillic' || script === 'greek';

const sides: readonly Side[] = [
  { has: (script) => script === 'latin', key: sounds, isAsked: byEar },
  { has: byEar, key: sounds, isAsked: (script) => script === 'latin' || byEar(script) },
  {
    has: (script) => script === 'arabic',
    key: bones,
    isAsked: (script) => script === 'latin' || byEar(script),
  },
  {
    has: (script) => script === 'latin' || byEar(script),
    key: bones,
    isAsked: (script) => script === 'arabic',
  },
];

/** The sound of a word, and how it sounds where g before e is the Spanish j, which has none here. */
function sounds(folded: string): string[] {
  const sound = soundKey(folded);
  if (sound === '') return [];
  return /g(?=[eiy])/.test(folded) && !/gg/.test(folded)
    ? [sound, soundKey(folded.replaceAll(/g(?=[eiy])/g, 'j'))]
    : [sound];
}

/**
 * The consonants of a word in the ways they may have been heard: Arabic writes the Spanish j as kh, g as gh or j, and z
 * as s. An article has none and is passed over; any other word without consonants is not looked for.
 */
function bones(folded: string): string[] {
  if (articles.has(folded)) return [''];
  const main = skeleton(folded);
  if (main === '') return [];
  const heard = new Set([main]);
  for (const [one, other] of misheard) {
    for (const key of heard) heard.add(key.replaceAll(one, other));
  }
  return [...heard];
}

const misheard: readonly (readonly [one: string, other: string])[] = [
  ['j', 'h'],
  ['j', 'g'],
  ['g', 'h'],
  ['k', 'g'],
  ['z', 's'],
  ['kx', 'ks'],
];
