import { isLegalForm, type Chain, type Ring } from './chain.ts';
import { placeLength } from './gazetteer.ts';
import { isGivenOrFamily, type Reading } from './reading.ts';
import { demonyms } from './words/demonyms.ts';
import { firstNames, firstNamesElsewhere } from './words/first-names.ts';
import { organizationHeads, organizationTails } from './words/organization-words.ts';
import { personRoles } from './words/person-words.ts';
import { placeTails } from './words/place-words.ts';
import { wordSet } from './words/word-set.ts';
import { anyTitle } from '#shared/names/titles.ts';

/** A word that stands before a person's name and is no part of it. Don and Doña may be. */
export function isTitle(folded: string): boolean {
  return isTitleOrRole(folded) && folded !== 'don' && folded !== 'dona';
}

/** A title or role, whatever else it may be. */
export function isTitleOrRole(folded: string): boolean {
  return anyTitle.has(folded) || personRoles.has(folded);
}

/** Bodies and places that are called after persons with their titles. */
const keepsTitle = wordSet(`
hospital colegio escuela liceo avenida calle plaza aeropuerto airport universidad fundacion instituto barrio camp fort sala
teatro
`);

/** What stands before a title and belongs to it: "Oil Minister", "Special Agent". */
const officeWords = wordSet(`
acting assistant attorney chief defence defense deputy district economy education energy executive federal finance first
foreign former health high home housing interior justice labor labour managing oil police press prime principal prison
public regional secretary security senior special staff state trade transport under united states vice army navy us u.s
`);

/** "Oil Minister", with nobody named after it. */
export function isOfficeOnly(words: readonly string[]): boolean {
  return (
    words.length > 1 &&
    isTitle(words.at(-1) ?? '') &&
    !isGivenOrFamily(words.at(-1) ?? '') &&
    words.slice(0, -1).every((word) => officeWords.has(word) || isTitle(word))
  );
}

export interface Untitled {
  readonly rings: Chain;
  /** What was taken off, folded, where it is of a person. */
  readonly titles: readonly string[];
}

/** Takes titles, roles and demonyms before a name off it. */
export function withoutTitles(reading: Reading, part: Chain): Untitled {
  const words = part.map(({ at }) => reading.tokens[at]?.folded ?? '');
  const titles: string[] = [];
  const last = lastLeading(reading, part, words);
  if (last >= 0) titles.push(words[last] ?? '');
  let from = last + 1;
  while (from < part.length - 1) {
    const join = part[from + 1]?.join;
    const step = stepOver(
      reading,
      part.slice(from),
      words.slice(from),
      from === 0 && titles.length === 0,
    );
    if (step === 'stay') break;
    // "Presidente de Guyana": the title is of what follows, which is no person.
    if (step === 'title' && join === 'space') titles.push(words[from] ?? '');
    else if (step === 'title') titles.length = 0;
    from += 1;
  }
  return { rings: part.slice(from), titles };
}

/** The last title that a given name follows, or only words of an office stand before: "Assistant Attorney Ana Ruiz". */
function lastLeading({ tokens }: Reading, part: Chain, words: readonly string[]): number {
  if (keepsTitle.has(words[0] ?? '')) return -1;
  for (let at = part.length - 2; at >= 0; at -= 1) {
    const word = words[at] ?? '';
    const given = words[at + 1] ?? '';
    if (!isTitle(word) || isGivenOrFamily(word) || part[at + 1]?.join !== 'space') continue;
    if (tokens[part[at]?.at ?? -1]?.possessive === true) continue;
    const isOffice = words
      .slice(0, at)
      .every((before) => officeWords.has(before) || demonyms.has(before) || isTitle(before));
    if (firstNames.has(given) || firstNamesElsewhere.has(given) || (at > 0 && isOffice)) return at;
  }
  return -1;
}

/** Whether the first word of a name is a title, or another word that is no part of it. */
function stepOver(
  reading: Reading,
  rest: Chain,
  words: readonly string[],
  isFirst: boolean,
): 'title' | 'word' | 'stay' {
  const [word = '', next = ''] = words;
  const [ring, following] = rest;
  const token = reading.tokens[ring?.at ?? -1];
  const isJoined = following?.join === 'space';
  if (ring === undefined || token === undefined || placeLength(reading.tokens, ring.at) > 1)
    return 'stay';
  if (isJoined && (word === 'ong' || word === 'ngo')) return 'word';
  if (isTitle(word) && token.shape !== 'capitals' && !token.possessive) {
    if (isJoined && organizationHeads.has(word) && !isGivenOrFamily(next)) return 'stay';
    // "Rey Soto" may be a king or a given name; a point tells that it is a title.
    const isName = isFirst && isGivenOrFamily(word) && !firstNames.has(next) && !token.pointed;
    const isBody =
      isFirst && rest.slice(1).some((one, at) => endsBody(reading, one, words[at + 1]));
    return isJoined && (isName || isBody) ? 'stay' : 'title';
  }
  const isBody = rest.some(
    (one, at) =>
      endsBody(reading, one, words[at]) ||
      organizationHeads.has(words[at] ?? '') ||
      placeTails.has(words[at] ?? ''),
  );
  return demonyms.has(word) && isJoined && !isBody ? 'word' : 'stay';
}

function endsBody({ tokens }: Reading, { at }: Ring, word = ''): boolean {
  const token = tokens[at];
  return organizationTails.has(word) || (token !== undefined && isLegalForm(token));
}
