import search from 'approx-string-match';
import type { Place, Span } from './passage.ts';

/** Code units of a passage that are looked for as a whole; of a longer one, its ends are. */
const longest = 1200;
/** Code units at each end of a longer one that are looked for. */
const endLength = 200;
/** Code units by which an end may be moved so that no word is cut in two. */
const wordsEnd = 12;

/**
 * Finds what is likest to a passage in a stretch of text, by the fewest letters that are other, more or fewer: the
 * bit-parallel search of Gene Myers (1999), by the library that Hypothesis places its annotations with. Where an end is
 * as good a little to the left or right, it is put where a word ends.
 *
 * @param least the score that is asked for; the nearer to 1, the faster
 * @returns places that do not overlap, in the order of the text, all of the same score; empty when there is none
 */
export function nearest(text: string, within: Span, passage: string, least: number): Place[] {
  if (passage.length > longest) return nearestByEnds(text, within, passage, least);
  const stretch = text.slice(within.start, within.end);
  const errors = Math.floor(passage.length * (1 - least));
  const found = apart(search(stretch, passage, errors));
  return found.map((group) => {
    const best = group.reduce((one, other) =>
      bluntness(stretch, other) < bluntness(stretch, one) ? other : one,
    );
    return placed(text, within.start, toWords(stretch, best, passage), passage);
  });
}

interface Match extends Span {
  readonly errors: number;
}

/** Matches by those that overlap one another: they are the same place, with ends that are equally good. */
function apart(matches: readonly Match[]): Match[][] {
  const groups: Match[][] = [];
  let end = -1;
  for (const match of matches.toSorted((one, other) => one.start - other.start)) {
    const last = groups.at(-1);
    if (last !== undefined && match.start < end) last.push(match);
    else groups.push([match]);
    end = Math.max(end, match.end);
  }
  return groups;
}

const inWord = /[\p{L}\p{M}\p{N}]/u;

/** How many of its ends cut a word in two, or hold white space. */
function bluntness(text: string, { start, end }: Span): number {
  const cuts = (at: number): boolean =>
    inWord.test(text.charAt(at - 1)) && inWord.test(text.charAt(at));
  return (
    Number(cuts(start)) +
    Number(cuts(end)) +
    Number(/\s/.test(text.charAt(start))) +
    Number(/\s/.test(text.charAt(end - 1)))
  );
}

/** The stretch without white space at its ends, and with the whole of a word that it would cut in two where the passage has a whole one. */
function toWords(text: string, match: Match, passage: string): Match {
  let { start, end } = match;
  const { errors } = match;
  while (start < end && /\s/.test(text.charAt(start)) && !/^\s/.test(passage)) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1)) && !/\s$/.test(passage)) end -= 1;
  const cuts = (at: number): boolean =>
    inWord.test(text.charAt(at - 1)) && inWord.test(text.charAt(at));
  let from = start;
  while (cuts(from) && start - from < wordsEnd) from -= 1;
  let to = end;
  while (cuts(to) && to - end < wordsEnd) to += 1;
  // The rest of a word is taken along while that makes the two no more different than one letter does.
  const whole = distance(text.slice(from, to), passage);
  const asFound = distance(text.slice(start, end), passage);
  return whole <= asFound + 1 ? { start: from, end: to, errors: whole } : { start, end, errors };
}

function placed(text: string, offset: number, match: Match, passage: string): Place {
  const start = offset + match.start;
  const end = offset + match.end;
  if (text.slice(start, end) === passage) return { start, end, how: 'exact', score: 1 };
  const errors = distance(text.slice(start, end), passage);
  const score = 1 - errors / Math.max(passage.length, end - start, 1);
  return { start, end, how: 'near', score };
}

/** A passage that is long has the place from where its beginning is to where its end is, if they are about as far apart. */
function nearestByEnds(text: string, within: Span, passage: string, least: number): Place[] {
  const heads = nearest(text, within, passage.slice(0, endLength), least);
  const tails = nearest(text, within, passage.slice(-endLength), least);
  const [head, tail] = [heads[0], tails[0]];
  if (head === undefined || tail === undefined || heads.length > 1 || tails.length > 1) return [];
  const length = tail.end - head.start;
  const share = Math.min(length, passage.length) / Math.max(length, passage.length);
  if (length <= 0 || share < least) return [];
  const score = Math.min(head.score, tail.score, share, 0.99);
  return [{ start: head.start, end: tail.end, how: 'near', score }];
}

/** How many letters are other, more or fewer: Levenshtein's distance, for texts that are short or much alike. */
export function distance(one: string, other: string): number {
  let from = 0;
  let oneEnd = one.length;
  let otherEnd = other.length;
  while (from < oneEnd && from < otherEnd && one.charCodeAt(from) === other.charCodeAt(from))
    from += 1;
  while (
    oneEnd > from &&
    otherEnd > from &&
    one.charCodeAt(oneEnd - 1) === other.charCodeAt(otherEnd - 1)
  ) {
    oneEnd -= 1;
    otherEnd -= 1;
  }
  const width = otherEnd - from + 1;
  let row = Int32Array.from({ length: width }, (_, at) => at);
  let next = new Int32Array(width);
  for (let i = from; i < oneEnd; i += 1) {
    const letter = one.charCodeAt(i);
    next[0] = i - from + 1;
    for (let at = 0; at < width - 1; at += 1) {
      const same = letter === other.charCodeAt(from + at);
      const changed = (row[at] ?? 0) + (same ? 0 : 1);
      next[at + 1] = Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1);
    }
    [row, next] = [next, row];
  }
  return row[width - 1] ?? 0;
}
