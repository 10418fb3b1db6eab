import type { Occurrence } from './occurrence.ts';
import { placeLength } from './gazetteer.ts';
import { tokenFrom, type Reading } from './reading.ts';

/** Words of Spanish, Portuguese and English that give no letter to an acronym. */
const skipped = new Set(
  'de del la las el los y e o a of the and for in en da do das dos para por van und'.split(' '),
);

/**
 * Whether the letters of an acronym stand in its long form, by the algorithm of Schwartz and Hearst ("A simple
 * algorithm for identifying abbreviation definitions in biomedical text", PSB 2003): from the last letter to the first,
 * each is looked for further left, and the first one at the beginning of a word. As there, the long form has at most
 * as many words as the letters and five, or twice the letters; small words like "de" and "of" are not counted.
 *
 * @returns where in `long` the long form begins, or -1
 */
export function longFormStart(short: string, long: string): number {
  const letters = fold(short).replace(/[^\p{L}\p{N}]/gu, '');
  const folded = fold(long);
  // A letter that folds into several, or into none, would shift the offsets.
  if (letters.length < 2 || folded.length !== long.length) return -1;
  let at = folded.length;
  for (let letter = letters.length - 1; letter >= 0; letter -= 1) {
    const wanted = letters[letter] ?? '';
    do at = at === 0 ? -1 : folded.lastIndexOf(wanted, at - 1);
    while (letter === 0 && at > 0 && /[\p{L}\p{N}]/u.test(folded[at - 1] ?? ''));
    if (at < 0) return -1;
  }
  const words = folded
    .slice(at)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !skipped.has(word));
  return words.length <= Math.min(letters.length + 5, letters.length * 2) ? at : -1;
}

function fold(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => character.normalize('NFD')[0] ?? '')
    .join('')
    .toLowerCase();
}

const acronymPattern = /^\p{Lu}[\p{Lu}\p{N}.&-]{1,9}$/u;

/** Ties `ACR` and its long form, `Long Form (ACR)`, `ACR (Long Form)` and `Long Form – ACR`, as one name and another. */
export function tieAcronyms(reading: Reading, occurrences: readonly Occurrence[]): void {
  const { text } = reading;
  for (const [at, first] of occurrences.entries()) {
    const second = occurrences[at + 1];
    if (second === undefined || first.alias !== undefined || second.alias !== undefined) continue;
    const between = text.slice(first.end, second.start);
    if (
      /^,? \((?:the |el |la |o |a |siglas |en adelante |hereafter )?["“«]?$/.test(between) &&
      /^["”»]?[)\],;]| ?[–-]/.test(text.slice(second.end, second.end + 2))
    ) {
      const [one, other] = [
        text.slice(first.start, first.end),
        text.slice(second.start, second.end),
      ];
      if (isAcronym(reading, second) || isShortWord(second, one, other))
        tie(first, second, one, other);
      else if (isAcronym(reading, first)) tie(second, first, other, one);
    } else if (
      /^ [–—-] $/.test(between) &&
      isAcronym(reading, second) &&
      text[second.end] === ')'
    ) {
      const [one, other] = [
        text.slice(first.start, first.end),
        text.slice(second.start, second.end),
      ];
      if (longFormStart(other, one) === 0) tie(first, second, one, other);
    }
  }

  /** "Instituto Brasileiro do Meio Ambiente (Ibama)" */
  function isShortWord(short: Occurrence, long: string, written: string): boolean {
    return short.words.length === 1 && written.length <= 9 && longFormStart(written, long) === 0;
  }

  function isAcronym(reading: Reading, occurrence: Occurrence): boolean {
    const written = text.slice(occurrence.start, occurrence.end);
    if (!acronymPattern.test(written) || occurrence.words.length > 1) return false;
    const token = tokenFrom(reading, occurrence.start);
    return placeLength(reading.tokens, token) === 0;
  }
}

function tie(long: Occurrence, short: Occurrence, longText: string, shortText: string): void {
  const isSpelled = longFormStart(shortText, longText) === 0;
  // "Popular Army (EP)": acronyms come over from other languages, so a body's sort word does as well as its letters.
  const isBody = long.clues.all.some(
    ({ kind, weight }) => kind === 'organization' && weight >= 1.5,
  );
  if (long.words.length < 2 || (!isSpelled && !isBody)) return;
  const reason = { code: 'acronym-of', params: { name: longText } } as const;
  long.clues.add('organization', isSpelled ? 1.5 : 0.8, 'acronym-of', { name: shortText });
  short.clues.add('organization', 1.5, 'acronym-of', { name: longText });
  short.alias = { of: long, sort: 'acronym', reason };
}
