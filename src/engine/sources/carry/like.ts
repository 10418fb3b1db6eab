import { nearest } from './near.ts';
import type { Place } from './passage.ts';
import type { Postings } from './postings.ts';
import type { Words } from './words.ts';

/** Words that stand in a text more often say nothing of where a passage is. */
const tooCommon = 1000;
/** Stretches of the text that are looked at closely. */
const stretchesRead = 8;
/** The least likeness that is worth telling. */
const worthTelling = 0.5;
/** In a text of fewer code units, a passage none of whose words is there is looked for letter by letter. */
const shortText = 300_000;

/**
 * Where a text has what is like a passage: the stretches in which most of its words, the rare ones above all, stand about
 * as far from one another as in the passage, and in those what is nearest to it by letters.
 *
 * @param ids the words of the passage, in the numbering of the text
 * @returns the best first; places do not overlap
 */
export function likeIn(
  words: Words,
  postings: Postings,
  ids: Int32Array,
  passage: string,
): Place[] {
  const stretches = likelyStretches(postings, ids);
  const { text } = words;
  const slack = Math.ceil(ids.length / 2) + 4;
  const found: Place[] = [];
  const wordCount = words.ids.length;
  for (const first of stretches) {
    const from = Math.min(Math.max(0, first - slack), wordCount - 1);
    const to = Math.min(Math.max(0, first + ids.length + slack), wordCount - 1);
    const within = { start: words.starts[from] ?? 0, end: words.ends[to] ?? text.length };
    found.push(...nearest(text, within, passage, worthTelling));
  }
  if (stretches.length === 0 && text.length <= shortText && passage.length >= 4)
    found.push(...nearest(text, { start: 0, end: text.length }, passage, 0.6).slice(0, 20));
  return bestApart(found);
}

/** Numbers of the words at which a passage may begin, the likeliest first. */
function likelyStretches(postings: Postings, ids: Int32Array): number[] {
  const size = Math.max(8, ids.length >> 1);
  const votes = new Map<number, { weight: number; first: number }>();
  for (const [offset, id] of ids.entries()) {
    const count = postings.count(id);
    if (count === 0 || count > tooCommon) continue;
    const weight = 1 / (1 + Math.log2(count));
    for (const place of postings.ofWord(id)) {
      const first = place - offset;
      const bucket = Math.floor(first / size);
      const vote = votes.get(bucket);
      if (vote === undefined) votes.set(bucket, { weight, first });
      else vote.weight += weight;
    }
  }
  return [...votes.values()]
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, stretchesRead)
    .map(({ first }) => first);
}

/** Places by their likeness, less those that overlap a better one. */
export function bestApart(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places.toSorted((one, other) => other.score - one.score)) {
    if (kept.every(({ start, end }) => place.end <= start || place.start >= end)) kept.push(place);
  }
  return kept;
}
