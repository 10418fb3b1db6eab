import { placeLength } from './gazetteer.ts';
import { isSpelledBy } from './long-form.ts';
import type { Occurrence } from './occurrence.ts';
import { tokenFrom, type Reading } from './reading.ts';

const acronymPattern = /^\p{Lu}[\p{Lu}\p{N}.&-]{1,9}$/u;
const opensBracket = /^,? \((?:the |el |la |o |a |siglas |en adelante |hereafter )?["“«]?$/;
const closesBracket = /^["”»]?[)\],;]| ?[–-]/;
/** "Sernapesca" is about the longest of the acronyms that are written like a word. */
const longestWord = 12;

/** Ties `ACR` and its long form, `Long Form (ACR)`, `ACR (Long Form)` and `Long Form – ACR`, as one name and another. */
export function tieAcronyms(reading: Reading, occurrences: readonly Occurrence[]): void {
  const { text } = reading;
  for (const [at, first] of occurrences.entries()) {
    const second = occurrences[at + 1];
    if (second === undefined || first.alias !== undefined || second.alias !== undefined) continue;
    const between = text.slice(first.end, second.start);
    const [one, other] = [written(text, first), written(text, second)];
    const after = text.slice(second.end, second.end + 2);
    if (opensBracket.test(between) && closesBracket.test(after)) {
      const isWord =
        second.words.length === 1 && other.length <= longestWord && isSpelledBy(other, one);
      if (isWord || isAcronym(reading, second)) tie(first, second, one, other);
      else if (isAcronym(reading, first)) tie(second, first, other, one);
    } else if (/^ [–—-] $/.test(between) && after.startsWith(')') && isAcronym(reading, second)) {
      if (isSpelledBy(other, one)) tie(first, second, one, other);
    }
  }
}

function written(text: string, { start, end }: Occurrence): string {
  return text.slice(start, end);
}

function isAcronym(reading: Reading, occurrence: Occurrence): boolean {
  if (occurrence.words.length > 1 || !acronymPattern.test(written(reading.text, occurrence)))
    return false;
  return placeLength(reading.tokens, tokenFrom(reading, occurrence.start)) === 0;
}

function tie(long: Occurrence, short: Occurrence, longText: string, shortText: string): void {
  const isSpelled = isSpelledBy(shortText, longText);
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
