import { placeLength } from './gazetteer.ts';
import { occurrenceOf, nameWords, type Occurrence } from './occurrence.ts';
import { isOrdinary, type Reading } from './reading.ts';
import type { Token } from './token.ts';
import { demonyms } from './words/demonyms.ts';
import { familyNames, firstNames } from './words/first-names.ts';
import { organizationHeads, organizationTails } from './words/organization-words.ts';

/** Longer names are not looked for in headings. */
const longest = 10;

/**
 * Names in headings, where capitals prove nothing: those that the rest of the text has too, places of the list, and
 * given names with a family name after them.
 */
export function headingNames(reading: Reading, known: readonly Occurrence[]): Occurrence[] {
  const { tokens, inHeading } = reading;
  const names = new Set(known.map(({ words }) => words.join(' ')));
  const parts = new Set(known.flatMap(({ words }) => (words.length > 1 ? words : [])));
  const found: Occurrence[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || inHeading[at] === 'no' || token.shape === 'lower') continue;
    const length =
      knownLength(reading, at, names) ||
      placeHere(reading, at) ||
      fullNameLength(reading, at) ||
      (parts.has(token.folded) && isTelling(reading, token) ? 1 : 0);
    if (length === 0) continue;
    found.push(occurrenceOf(reading, at, at + length));
    at += length - 1;
  }
  return found;
}

/** "TAPIA": a word of a longer name that is not an everyday one. */
function isTelling(reading: Reading, token: Token): boolean {
  const { folded } = token;
  return (
    folded.length > 3 &&
    !isOrdinary(reading, token) &&
    !organizationHeads.has(folded) &&
    !organizationTails.has(folded) &&
    !demonyms.has(folded)
  );
}

function knownLength({ tokens }: Reading, at: number, names: ReadonlySet<string>): number {
  for (let length = longest; length > 0; length -= 1) {
    const words = tokens.slice(at, at + length);
    const last = words.at(-1);
    if (words.length < length || last?.shape === 'lower') continue;
    const plain = words.every(({ gap }, position) => position === 0 || /^\.? $/.test(gap));
    const isCapitals = words.every(({ shape }) => shape === 'capitals');
    const key = (isCapitals ? words.map(({ folded }) => folded) : nameWords(words)).join(' ');
    if (plain && names.has(key)) return length;
  }
  return 0;
}

function placeHere(reading: Reading, at: number): number {
  const isShort = (reading.tokens[at]?.text.length ?? 0) <= 2;
  return isShort && reading.inHeading[at] === 'capitals' ? 0 : placeLength(reading.tokens, at);
}

function fullNameLength({ tokens }: Reading, at: number): number {
  if (!firstNames.has(tokens[at]?.folded ?? '')) return 0;
  let length = 1;
  let families = 0;
  for (; length < 5; length += 1) {
    const next = tokens[at + length];
    if (next?.gap !== ' ') break;
    const isFamily = familyNames.has(next.folded);
    if (!isFamily && !firstNames.has(next.folded)) break;
    if (isFamily) families += 1;
  }
  return families > 0 ? length : 0;
}
