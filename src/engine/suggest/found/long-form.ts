import { wordSet } from './words/word-set.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './segment.ts';

/** Words of Spanish, Portuguese and English that give no letter to an acronym. */
const skipped = wordSet(
  'de del la las el los y e o a of the and for in en da do das dos para por van und',
);

/**
 * Where the long form of an acronym begins in the words before it, by the algorithm of Schwartz and Hearst ("A simple
 * algorithm for identifying abbreviation definitions in biomedical text", PSB 2003): from the last letter to the first,
 * each is looked for further left, and the first one at the beginning of a word. As there, the long form has at most
 * as many words as the letters and five, or twice the letters; small words like "de" and "of" are not counted.
 *
 * @returns an offset in `long`, or -1 when the letters are not in it
 */
export function longFormStart(short: string, long: string): number {
  const letters = fold(short).replace(/[^\p{L}\p{N}]/gu, '');
  const folded = fold(long);
  // A letter that folds into several, or into none, would shift the offsets.
  if (letters.length < 2 || folded.length !== long.length) return -1;
  let at = folded.length;
  for (let letter = letters.length - 1; letter > 0; letter -= 1) {
    at = at === 0 ? -1 : folded.lastIndexOf(letters.charAt(letter), at - 1);
    if (at < 0) return -1;
  }
  at = wordStart(folded, letters.charAt(0), at);
  const words = folded
    .slice(Math.max(at, 0))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !skipped.has(word));
  return words.length <= Math.min(letters.length + 5, letters.length * 2) ? at : -1;
}

/** The last place before an offset where a word begins with a letter; -1 when none does. */
function wordStart(text: string, letter: string, before: number): number {
  for (let at = before; at > 0;) {
    at = text.lastIndexOf(letter, at - 1);
    if (at <= 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return at;
  }
  return -1;
}

/** Whether an acronym is made of the letters of the whole of a name. */
export function isSpelledBy(short: string, long: string): boolean {
  const start = longFormStart(short, long);
  return start === 0 || (start > 0 && fold(short).charAt(0) === fold(long).charAt(0));
}

/**
 * "Bloque Sur del Frente Unido (FU)" are two names: the acronym behind a chain of names tells where the last of them
 * begins, when that is after a small word.
 */
export function splitAtLongForm(reading: Reading, candidate: Candidate): readonly Candidate[] {
  const { tokens, text } = reading;
  const [first, last] = [tokens[candidate.from], tokens[candidate.to - 1]];
  if (first === undefined || last === undefined || candidate.joins.length < 2) return [candidate];
  const short = /^ \((\p{Lu}[\p{Lu}\p{N}.-]{1,9})\)/u.exec(
    text.slice(last.end, last.end + 14),
  )?.[1];
  const long = text.slice(first.start, last.end);
  if (short === undefined || isSpelledBy(short, long)) return [candidate];
  const start = first.start + longFormStart(short, long);
  let at = candidate.from + 1;
  while (at < candidate.to && (tokens[at]?.start ?? 0) < start) at += 1;
  if (
    tokens[at]?.start !== start ||
    tokens[at]?.shape === 'lower' ||
    tokens[at - 1]?.shape !== 'lower'
  ) {
    return [candidate];
  }
  let end = at;
  while (tokens[end - 1]?.shape === 'lower') end -= 1;
  const named = tokens.slice(candidate.from, end).filter(({ shape }) => shape !== 'lower').length;
  return [
    { ...candidate, to: end, joins: candidate.joins.slice(0, named - 1) },
    { ...candidate, from: at, titles: [], joins: candidate.joins.slice(named) },
  ];
}

function fold(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => character.normalize('NFD').charAt(0))
    .join('')
    .toLowerCase();
}
