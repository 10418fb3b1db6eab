import { areAlike, mostApart } from './likeness.ts';
import type { NameScreen, ScreenedWord } from './screen.ts';
import { lettersApart } from './word-traits.ts';

/** What stands before the words of a name: how many there are, whether it has initials, letters of all its words. */
const headLength = 3;
/** Instead of how many words a name has: it has to be compared in full. */
const unscreened = -1;
const mostWords = 60;

/**
 * The screens of the names of many entities as numbers in a few arrays, since what is compared with a million others
 * is spent on finding it in memory otherwise.
 */
export class ScreenTable {
  /** Every word once, whatever names have it. */
  readonly #words: ScreenedWord[] = [];
  readonly #numbers = new Map<string, number>();
  /** By word: its only key, or -1 when it has several; a bit for each sound and each letter. */
  readonly #keys: number[] = [];
  readonly #sounds: number[] = [];
  readonly #letters: number[] = [];
  readonly #listed: boolean[] = [];
  readonly #tells: boolean[] = [];
  /** The names of all entities, each as its head and the numbers of its words. */
  #names = new Int32Array(1024);
  #used = 0;
  /** By entity: where the first of its names begins, and after the last entity where that ends. */
  readonly #begins: number[] = [0];
  readonly #onlyOne = new Int32Array(mostWords);
  readonly #onlyOther = new Int32Array(mostWords);

  /** Puts in the screens of an entity's names. Entities are numbered from 0 as they come. */
  add(screens: readonly (NameScreen | undefined)[]): void {
    for (const screen of screens) this.#put(screen);
    this.#begins.push(this.#used);
  }

  /** Whether some name of one entity may match some name of the other. */
  mayMatch(one: number, other: number): boolean {
    const end = this.#begins[one + 1] ?? 0;
    const endOfOther = this.#begins[other + 1] ?? 0;
    for (let name = this.#begins[one] ?? end; name < end; name = this.#after(name)) {
      let beside = this.#begins[other] ?? endOfOther;
      for (; beside < endOfOther; beside = this.#after(beside)) {
        if (this.#mayBeOne(name, beside)) return true;
      }
    }
    return false;
  }

  /** Whether one name of an entity may match one of another, by their places among the names. */
  mayMatchIn(one: number, name: number, other: number, beside: number): boolean {
    return this.#mayBeOne(this.#nameOf(one, name), this.#nameOf(other, beside));
  }

  #nameOf(entity: number, place: number): number {
    let name = this.#begins[entity] ?? 0;
    for (let at = 0; at < place; at += 1) name = this.#after(name);
    return name;
  }

  /** Where the name after one begins. */
  #after(name: number): number {
    return name + headLength + Math.max(0, this.#names[name] ?? 0);
  }

  /**
   * Whether two names may match, told from their words alone: not when each has a word that is like none of the other.
   * It lets through too much rather than too little, and is many times faster than comparing.
   */
  #mayBeOne(a: number, b: number): boolean {
    const names = this.#names;
    const wordsOfA = names[a] ?? unscreened;
    const wordsOfB = names[b] ?? unscreened;
    if (wordsOfA === unscreened || wordsOfB === unscreened) return true;
    const onlyA = this.#unmatched(a, b, this.#onlyOne);
    if (onlyA === 0) return true;
    const onlyB = this.#unmatched(b, a, this.#onlyOther);
    if (onlyB === 0) return true;
    for (let at = 0; at < onlyA; at += 1) {
      for (let beside = 0; beside < onlyB; beside += 1) {
        if (this.#areAlike(this.#onlyOne[at] ?? 0, this.#onlyOther[beside] ?? 0)) return true;
      }
    }
    // One may write as one word what the other writes as two.
    return wordsOfA !== wordsOfB && Math.abs((names[a + 2] ?? 0) - (names[b + 2] ?? 0)) <= 1;
  }

  /** Puts the telling words of one name that are in no form among those of another into an array; gives their count. */
  #unmatched(name: number, other: number, into: Int32Array): number {
    const names = this.#names;
    // An initial may stand for any word.
    if ((names[other + 1] ?? 0) > 0) return 0;
    const end = this.#after(name);
    let count = 0;
    for (let at = name + headLength; at < end; at += 1) {
      const word = names[at] ?? 0;
      if (this.#tells[word] !== true || this.#isIn(word, other)) continue;
      into[count] = word;
      count += 1;
    }
    return count;
  }

  #isIn(word: number, name: number): boolean {
    const names = this.#names;
    const end = this.#after(name);
    for (let at = name + headLength; at < end; at += 1) {
      if (this.#shareKey(word, names[at] ?? 0)) return true;
    }
    return false;
  }

  #shareKey(one: number, other: number): boolean {
    const key = this.#keys[one] ?? -1;
    const beside = this.#keys[other] ?? -1;
    if (key >= 0 && beside >= 0) return key === beside;
    const keys = this.#words[other]?.keys ?? [];
    return this.#words[one]?.keys.some((each) => keys.includes(each)) === true;
  }

  #areAlike(one: number, other: number): boolean {
    // Most words are quite other words, which shows in their sounds and letters already; see `areAlike`.
    const areFar =
      ((this.#sounds[one] ?? 0) & (this.#sounds[other] ?? 0)) === 0 &&
      this.#listed[one] !== true &&
      lettersApart(this.#letters[one] ?? 0, this.#letters[other] ?? 0) > mostApart;
    if (areFar) return false;
    const a = this.#words[one];
    const b = this.#words[other];
    return a === undefined || b === undefined || areAlike(a.text, a.traits, b.text, b.traits);
  }

  #put(screen: NameScreen | undefined): void {
    const begin = this.#used;
    const words = screen === undefined || screen.words.length > mostWords ? [] : screen.words;
    const isScreened = screen !== undefined && screen.words.length <= mostWords;
    const end = begin + headLength + words.length;
    if (end > this.#names.length) {
      const larger = new Int32Array(this.#names.length * 2);
      larger.set(this.#names);
      this.#names = larger;
    }
    this.#names[begin] = isScreened ? words.length : unscreened;
    this.#names[begin + 1] = screen?.initials.length ?? 0;
    this.#names[begin + 2] = screen?.length ?? 0;
    for (const [at, word] of words.entries())
      this.#names[begin + headLength + at] = this.#numberOf(word);
    this.#used = end;
  }

  #numberOf(word: ScreenedWord): number {
    const { text, keys, tells, traits } = word;
    const key = `${tells ? '!' : ''}${text} ${keys.join(' ')}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#words.length;
      this.#numbers.set(key, number);
      this.#words.push(word);
      this.#keys.push(keys.length === 1 ? (keys[0] ?? -1) : -1);
      this.#sounds.push(traits.sounds.reduce((bits, sound) => bits | (1 << bitOf(sound)), 0));
      this.#letters.push(traits.letters);
      this.#listed.push(traits.isListed);
      this.#tells.push(tells);
    }
    return number;
  }
}

/** One of 32 bits for a sound. */
function bitOf(sound: string): number {
  let hash = 0;
  for (let at = 0; at < sound.length; at += 1) {
    hash = Math.imul(hash ^ sound.charCodeAt(at), 0x01000193);
  }
  return Math.imul(hash, 0x9e3779b1) >>> 27;
}
