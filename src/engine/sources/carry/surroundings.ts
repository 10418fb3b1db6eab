import type { Postings } from './postings.ts';

/** Words on each side of a passage that are looked at as its surroundings. */
const around = 8;
/** Of the other text, so many: words may have come in between. */
const aroundOther = 12;
/** Stands for what is beyond the border of a text. */
const border = 0;

/**
 * How much of what stands beside a passage stands beside a place in another text, from 0 to 1: the words that both have in
 * the same order, rare ones counting more. Being at the border of the text is as good as a rare word.
 *
 * @param at the first word beside the passage, and `otherAt` beside the place
 * @param step 1 for what follows, -1 for what stands before
 * @param postings of the words of the first text
 */
export function sharedBeside(
  words: Int32Array,
  at: number,
  other: Int32Array,
  otherAt: number,
  step: 1 | -1,
  postings: Postings,
): number {
  const ours = beside(words, at, step, around);
  const theirs = beside(other, otherAt, step, aroundOther);
  const weights = ours.map((id) => (id === border ? 1 : 1 / (1 + Math.log2(postings.count(id)))));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  // The heaviest common subsequence.
  let row = Array.from({ length: theirs.length + 1 }, () => 0);
  for (const [i, id] of ours.entries()) {
    const next = [0];
    for (const [j, their] of theirs.entries()) {
      next.push(
        id === their ? (row[j] ?? 0) + (weights[i] ?? 0) : Math.max(row[j + 1] ?? 0, next[j] ?? 0),
      );
    }
    row = next;
  }
  return (row.at(-1) ?? 0) / all;
}

/** The words beside a place, the nearest first; past the text, one border. */
function beside(words: Int32Array, at: number, step: 1 | -1, count: number): number[] {
  const found: number[] = [];
  for (let place = at; found.length < count; place += step) {
    if (place < 0 || place >= words.length) return [...found, border];
    found.push(words[place] ?? border);
  }
  return found;
}
