import { align, none } from './alignment.ts';
import { bestApart, likeIn } from './like.ts';
import { nearest } from './near.ts';
import type { Place, Span } from './passage.ts';
import { Postings } from './postings.ts';
import { sharedBeside } from './surroundings.ts';
import { firstEndingAfter, firstStartingAt, wordsOf, type Numbering, type Words } from './words.ts';

/** Of what stands around a passage so much must stand around its place: 1 is all of one side. */
const contextAsked = 0.5;
/** A passage of so many words needs no surroundings where it is the only one of its kind. */
const wordsUnmistakable = 5;
/** A passage of fewer words stands nowhere but directly beside the word that it stood beside. */
const wordsFew = 3;
/** Places with the same words that are looked at, at most. */
const placesCompared = 200;
/** Likeness that is asked of a passage between its neighbours, and of one that may be anywhere. */
const nearHere = 0.75;
const nearAnywhere = 0.9;
/** Code units that a passage has at least to be looked for by likeness anywhere. */
const lettersAnywhere = 40;
/** By so much a place must be better than the next best. */
const clearly = 0.2;
/** Words between a passage and the nearest neighbours that have counterparts, at most. */
const neighbourhood = 32;
/** Code units between the counterparts of the neighbours, at most: so many times those of the passage, and so many. */
const roomTimes = 8;
const roomMore = 4000;
/** Likeness of what may be offered to a person. */
const worthOffering = 0.35;
/** Places that are offered. */
const mostOffered = 5;

/** A place with the very words. */
export const sure = (start: number, end: number): Place => ({ start, end, how: 'exact', score: 1 });

/** The words of a passage: from the first that it touches to the last, exclusive, and how much of those it leaves out. */
interface InWords {
  readonly from: number;
  readonly to: number;
  readonly cutBefore: number;
  readonly cutAfter: number;
}

/** Two texts of a document held against each other, and the passages of the first looked for in the second. */
export class Carrier {
  readonly #before: Words;
  readonly #after: Words;
  readonly #counterparts: Int32Array;
  /** For each word of the text after, its counterpart before. */
  readonly #origins: Int32Array;
  #postings: Postings | undefined;
  #postingsBefore: Postings | undefined;

  constructor(before: string, after: string, asciiOnly = false) {
    const numbering: Numbering = new Map();
    this.#before = wordsOf(before, numbering, asciiOnly);
    this.#after = wordsOf(after, numbering, asciiOnly);
    this.#counterparts = align(this.#before.ids, this.#after.ids);
    this.#origins = new Int32Array(this.#after.ids.length).fill(none);
    for (const [at, counterpart] of this.#counterparts.entries()) {
      if (counterpart !== none) this.#origins[counterpart] = at;
    }
  }

  /** Where the passage stands word for word. */
  exactly(passage: Span): Place | null {
    const words = this.#inWords(passage);
    if (words === null) return null;
    const at = this.#alignedRun(words);
    if (at !== none && this.#belongs(words, at)) return this.#placeAt(passage, words, at);
    return this.#elsewhere(passage, words);
  }

  /** Where the passage stands if what is not ASCII is left aside: for texts that were read in different encodings. */
  byReliableWords(passage: Span): Place | null {
    const words = this.#inWords(passage);
    if (words === null || words.cutBefore > 0 || words.cutAfter > 0) return null;
    const at = this.#alignedRun(words);
    if (at === none || !this.#belongs(words, at)) return null;
    const start = this.#after.starts[at] ?? 0;
    const end = this.#after.ends[at + words.to - words.from - 1] ?? 0;
    const text = this.#before.text.slice(passage.start, passage.end);
    const reliable = text.replaceAll(/[\u0080-\uFFFF]+/g, '').length;
    // A word of which nothing can be relied on may be any.
    if (reliable < 2 || reliable * 2 < words.to - words.from) return null;
    return { start, end, how: 'near', score: 0.9 };
  }

  /** Where something like the passage stands. */
  nearly(passage: Span): Place | null {
    const words = this.#inWords(passage);
    if (words === null) return null;
    return this.#betweenNeighbours(passage, words) ?? this.#likeAnywhere(passage, words);
  }

  #inWords({ start, end }: Span): InWords | null {
    const from = firstEndingAfter(this.#before, start);
    const to = firstStartingAt(this.#before, end);
    if (from >= to) return null;
    return {
      from,
      to,
      cutBefore: Math.max(0, start - (this.#before.starts[from] ?? 0)),
      cutAfter: Math.max(0, (this.#before.ends[to - 1] ?? 0) - end),
    };
  }

  /** The first of the counterparts of a passage's words, if all have one and they follow one another. */
  #alignedRun({ from, to }: InWords): number {
    const first = this.#counterparts[from] ?? none;
    if (first === none) return none;
    for (let at = from + 1; at < to; at += 1) {
      if (this.#counterparts[at] !== first + at - from) return none;
    }
    return first;
  }

  /**
   * The same words at a number of the text after: their place. What a passage has of white space at its ends, or of a word
   * that it cuts, it keeps.
   */
  #placeAt(passage: Span, words: InWords, at: number): Place {
    const last = at + words.to - words.from - 1;
    const { text } = this.#after;
    const quotation = this.#before.text.slice(passage.start, passage.end);
    const lead = (this.#before.starts[words.from] ?? 0) - passage.start;
    const startsExactly = (this.#after.starts[at] ?? 0) - lead;
    if (text.startsWith(quotation, startsExactly)) {
      return sure(startsExactly, startsExactly + quotation.length);
    }
    const start = (this.#after.starts[at] ?? 0) + words.cutBefore;
    const end = (this.#after.ends[last] ?? 0) - words.cutAfter;
    return { start, end, how: 'spaces', score: 1 };
  }

  /** Whether what stands around a passage stands around the counterpart of its words, or need not. */
  #belongs(words: InWords, at: number): boolean {
    return this.#isSurrounded(words, at, at + words.to - words.from) || this.#isOnlyOne(words);
  }

  /** Whether enough of what stands around a passage stands around the words `from` to `to` of the text after. */
  #isSurrounded(words: InWords, from: number, to: number): boolean {
    if (this.#context(words, from, to) < contextAsked) return false;
    if (words.to - words.from >= wordsFew) return true;
    const [ours, theirs] = [this.#before.ids, this.#after.ids];
    return ours[words.from - 1] === theirs[from - 1] || ours[words.to] === theirs[to];
  }

  /** Whether a passage is long enough, and its words stand in both texts just once. */
  #isOnlyOne({ from, to }: InWords): boolean {
    if (to - from < wordsUnmistakable) return false;
    const ids = this.#before.ids.subarray(from, to);
    return [this.#ofBefore(), this.#ofAfter()].every((text) => text.of(ids, 1)?.length === 1);
  }

  /**
   * How much of what stands around a passage stands around the same words elsewhere: the share on the left and that on
   * the right, added. The border of a text is around a passage as a word is.
   */
  #context({ from, to }: InWords, at: number, end = at + to - from): number {
    const [ours, theirs] = [this.#before.ids, this.#after.ids];
    const postings = this.#ofBefore();
    return (
      sharedBeside(ours, from - 1, theirs, at - 1, -1, postings) +
      sharedBeside(ours, to, theirs, end, 1, postings)
    );
  }

  /** Where the words of a passage stand, when they are not where the alignment has it. */
  #elsewhere(passage: Span, words: InWords): Place | null {
    const ids = this.#before.ids.subarray(words.from, words.to);
    const places = this.#ofAfter().of(ids, placesCompared);
    if (places === null) return null;
    const rated = places
      .filter((at) => !this.#isAnothers(words, at))
      .map((at) => ({ at, context: this.#context(words, at) }))
      .toSorted((one, other) => other.context - one.context);
    const [best, next] = rated;
    if (best === undefined) return null;
    if (this.#isSurrounded(words, best.at, best.at + ids.length)) {
      if (next === undefined || best.context - next.context >= clearly)
        return this.#placeAt(passage, words, best.at);
      const here = rated.filter(
        ({ at, context }) => best.context - context < clearly && this.#liesBetween(words, at),
      );
      const [one] = here;
      return here.length === 1 && one !== undefined ? this.#placeAt(passage, words, one.at) : null;
    }
    return this.#isOnlyOne(words) ? this.#placeAt(passage, words, best.at) : null;
  }

  /** Whether words of the text after are the counterpart of other words than a passage's: of another copy of it. */
  #isAnothers({ from, to }: InWords, at: number): boolean {
    const first = this.#origins[at] ?? none;
    if (first === none || first === from) return false;
    for (let offset = 1; offset < to - from; offset += 1) {
      if (this.#origins[at + offset] !== first + offset) return false;
    }
    // A single word may have been paired with any other of its kind.
    return (
      to - from >= wordsUnmistakable ||
      this.#context({ from: first, to: first + to - from, cutBefore: 0, cutAfter: 0 }, at) >=
        contextAsked
    );
  }

  #liesBetween(words: InWords, at: number): boolean {
    const { start, end } = this.#gap(words);
    return (
      (this.#after.starts[at] ?? 0) >= start &&
      (this.#after.ends[at + words.to - words.from - 1] ?? 0) <= end
    );
  }

  /** The stretch of the text after between the counterparts of what stands before a passage and after it. */
  #gap({ from, to }: InWords): Span & { left: number; right: number } {
    let left = from - 1;
    while (left >= 0 && this.#counterparts[left] === none) left -= 1;
    let right = to;
    while (right < this.#before.ids.length && this.#counterparts[right] === none) right += 1;
    const before = this.#counterparts[left] ?? none;
    const after = this.#counterparts[right];
    return {
      left,
      right,
      start: before === none ? 0 : (this.#after.ends[before] ?? 0),
      end: after === undefined ? this.#after.text.length : (this.#after.starts[after] ?? 0),
    };
  }

  /** What is like a passage between the counterparts of its neighbours. */
  #betweenNeighbours(passage: Span, words: InWords): Place | null {
    const found = this.#likeInGap(passage, words, nearHere);
    const [place] = found;
    if (found.length !== 1 || place === undefined || place.score < nearHere) return null;
    const from = firstEndingAfter(this.#after, place.start);
    const to = firstStartingAt(this.#after, place.end);
    return this.#isSurrounded(words, from, to) ? place : null;
  }

  #likeInGap(passage: Span, words: InWords, least: number): Place[] {
    const gap = this.#gap(words);
    // Neighbours that are not near are those of something else.
    const far = Math.max(words.from - gap.left, gap.right - words.to + 1) > neighbourhood;
    const room = gap.end - gap.start;
    const length = passage.end - passage.start;
    if (far || room <= 0 || room > roomTimes * length + roomMore) return [];
    return nearest(this.#after.text, gap, this.#quotation(passage), least);
  }

  #likeAnywhere(passage: Span, words: InWords): Place | null {
    if (passage.end - passage.start < lettersAnywhere) return null;
    const [best, next] = this.#likeIt(passage, words);
    if (best === undefined || best.score < nearAnywhere) return null;
    if (next !== undefined && best.score - next.score < clearly) return null;
    const from = firstEndingAfter(this.#after, best.start);
    const to = firstStartingAt(this.#after, best.end);
    const origins = this.#origins.subarray(from, to);
    const anothers = origins.filter(
      (origin) => origin !== none && (origin < words.from || origin >= words.to),
    );
    return anothers.length * 2 > origins.length ? null : best;
  }

  /** Where a person may want to put the passage, the likeliest first. */
  offers(passage: Span): Place[] {
    const words = this.#inWords(passage);
    if (words === null) return [];
    const ids = this.#before.ids.subarray(words.from, words.to);
    const same = (this.#ofAfter().of(ids, placesCompared) ?? [])
      .map((at) => ({
        place: this.#placeAt(passage, words, at),
        context: this.#context(words, at),
      }))
      .toSorted((one, other) => other.context - one.context)
      .map(({ place }) => place);
    const offered = [
      ...same.slice(0, mostOffered),
      ...this.#likeInGap(passage, words, worthOffering),
      ...this.#likeIt(passage, words),
    ];
    return bestApart(offered).slice(0, mostOffered);
  }

  #likeIt(passage: Span, { from, to }: InWords): Place[] {
    const ids = this.#before.ids.subarray(from, to);
    return likeIn(this.#after, this.#ofAfter(), ids, this.#quotation(passage));
  }

  #quotation({ start, end }: Span): string {
    return this.#before.text.slice(start, end);
  }

  #ofBefore(): Postings {
    return (this.#postingsBefore ??= new Postings(this.#before.ids));
  }

  #ofAfter(): Postings {
    return (this.#postings ??= new Postings(this.#after.ids));
  }
}
