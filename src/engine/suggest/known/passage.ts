import { foldName } from '#shared/names/fold.ts';
import { givenNames } from './given-names.ts';
import { anyTitle } from '#shared/names/titles.ts';
import { particles } from '#shared/names/particles.ts';
import type { Candidate } from './candidates.ts';

import { isPossessive, type FoundWords } from './found-words.ts';
import { beginsSentence, capitalsOf, gapBetween, type Capitals, type Gap } from './spelling.ts';

/** What stands right beside a passage, a space apart. */
export type Neighbour = 'nothing' | 'capital' | 'givenName' | 'initial';

/** The words of a candidate as the text has them. Each thing is looked at when it is asked for. */
export class Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isPossessive: boolean;
  /** How many of its initials, which the writing does not have, stand before the first of its words. */
  readonly leading: number;
  readonly #source: string;
  readonly #found: FoundWords;
  readonly #candidate: Candidate;
  #words: readonly (readonly [start: number, end: number])[] | undefined;
  #written: readonly string[] | undefined;
  #capitals: readonly Capitals[] | undefined;
  #gaps: readonly Gap[] | undefined;
  #beginsSentence: boolean | undefined;
  #before: Neighbour | undefined;
  #after: Neighbour | undefined;

  /** @param prefix UTF-16 units of the first word that are not of the name */
  constructor(source: string, found: FoundWords, candidate: Candidate, prefix: number) {
    const { first, last, initials } = candidate;
    this.#source = source;
    this.#found = found;
    this.#candidate = candidate;
    let leading = 0;
    while (initials[leading] === first + leading) leading += 1;
    this.leading = leading;
    this.start = found.start(first) + prefix;
    this.end = found.end(last);
    this.text = source.slice(this.start, this.end);
    this.isPossessive = (found.flags(last) & isPossessive) !== 0;
  }

  /** Where the words stand that the writing has, without initials that it does not have. */
  get words(): readonly (readonly [start: number, end: number])[] {
    if (this.#words !== undefined) return this.#words;
    const { first, last, initials } = this.#candidate;
    const words: [number, number][] = [];
    for (let at = first; at <= last; at += 1) {
      if (initials.includes(at)) continue;
      words.push([at === first ? this.start : this.#found.start(at), this.#found.end(at)]);
    }
    this.#words = words;
    return words;
  }

  /** The initials that the writing does not have. */
  get initials(): readonly string[] {
    return this.#candidate.initials.map((at) =>
      this.#source.slice(this.#found.start(at), this.#found.end(at)),
    );
  }

  /** The words, as they are written. */
  get written(): readonly string[] {
    this.#written ??= this.words.map(([start, end]) => this.#source.slice(start, end));
    return this.#written;
  }

  get capitals(): readonly Capitals[] {
    this.#capitals ??= this.written.map(capitalsOf);
    return this.#capitals;
  }

  /**
   * What stands before each word; an initial that the writing does not have, with its full stop, counts as a space.
   * Of the first word, `space`.
   */
  get gaps(): readonly Gap[] {
    this.#gaps ??= this.words.map(([start], at) => {
      const before = this.words[at - 1];
      if (before === undefined) return 'space';
      const gap = gapBetween(this.#source, before[1], start);
      return gap !== 'space' && initialsBetween.test(this.#source.slice(before[1], start))
        ? 'space'
        : gap;
    });
    return this.#gaps;
  }

  /** The characters before a word, back to the end of the one before it. */
  between(at: number): string {
    return this.#source.slice(this.words[at - 1]?.[1] ?? 0, this.words[at]?.[0] ?? 0);
  }

  /** Whether the initials before the first word are apart from it by no more than full stops and spaces. */
  get initialsBelong(): boolean {
    if (this.initials.length === 0) return true;
    const [firstWord] = this.words;
    const head = this.#source.slice(this.start, firstWord?.[0] ?? this.start);
    return this.leading === 0 || /^(?:\p{L}\p{M}*(?:\.\s?|\s|-))+$/u.test(head);
  }

  get beginsSentence(): boolean {
    this.#beginsSentence ??= beginsSentence(this.#source, this.start);
    return this.#beginsSentence;
  }

  /** What stands before; a capital that begins a sentence, a title or a particle tells nothing. */
  get before(): Neighbour {
    this.#before ??= this.#neighbourBefore();
    return this.#before;
  }

  get after(): Neighbour {
    this.#after ??= this.#neighbourAfter();
    return this.#after;
  }

  /** Whether the words beside it are written in capitals throughout, as in a heading. */
  get isAmongCapitals(): boolean {
    const before = this.#source.slice(Math.max(0, this.start - 40), this.start);
    const after = this.#source.slice(this.end, this.end + 40);
    const left = /(\p{L}{2,})[^\p{L}\n]*$/u.exec(before)?.[1];
    const right = /^[^\p{L}\n]*(\p{L}{2,})/u.exec(after)?.[1];
    const isUpper = (word: string | undefined): boolean | undefined =>
      word === undefined ? undefined : capitalsOf(word) === 'upper';
    return (isUpper(left) ?? isUpper(right)) === true && (isUpper(right) ?? true);
  }

  #neighbourBefore(): Neighbour {
    const source = this.#source;
    let end = this.start - 1;
    if (end <= 0) return 'nothing';
    // Nearly always it is a space.
    if (source.charCodeAt(end) !== space && !parting.test(source.charAt(end))) return 'nothing';
    const isAfterStop = source.charCodeAt(end - 1) === fullStop;
    if (isAfterStop) end -= 1;
    let start = end;
    while (start > 0 && end - start < longestNeighbour && isOfWord(source, start - 1)) start -= 1;
    const first = source.charCodeAt(start);
    // Nearly always the word before is in lower case, and nothing else need be asked.
    if (start === end || (first >= 0x61 && first <= 0x7a)) return 'nothing';
    const word = source.slice(start, end);
    if (!/^\p{Lu}/u.test(word)) return 'nothing';
    if (isAfterStop) return word.length === 1 ? 'initial' : 'nothing';
    const folded = foldName(word);
    if (anyTitle.has(folded) || particles.has(folded)) return 'nothing';
    if (givenNames.has(folded)) return 'givenName';
    return beginsSentence(source, start) ? 'nothing' : 'capital';
  }

  #neighbourAfter(): Neighbour {
    const after =
      /^(?:[^\S\n]|-)(?:(?:de|del|la|los|y|e|da|do|dos)[^\S\n])*(\p{Lu}[\p{L}\p{M}]+)/u.exec(
        this.#source.slice(this.end, this.end + 40),
      );
    return after === null ? 'nothing' : 'capital';
  }
}

const parting = /[^\S\n]|-/;
const initialsBetween = /^[\s.]*(?:\p{L}[\s.]*)+$/u;
const space = 0x20;
const fullStop = 0x2e;
const longestNeighbour = 40;

function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
  return /[\p{L}\p{M}’]/u.test(text.charAt(at));
}
