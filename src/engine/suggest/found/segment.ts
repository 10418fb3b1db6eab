import type { Chain, Ring } from './chain.ts';
import { isLegalForm } from './chain.ts';
import { isPlainGap } from './connectors.ts';
import { placeLength } from './gazetteer.ts';
import { isGivenOrFamily, isOrdinary, type Reading } from './reading.ts';
import { commonWords } from './words/common-words.ts';
import { demonyms } from './words/demonyms.ts';
import { chineseSurnames, firstNames, firstNamesElsewhere, wordLikeFirstNames } from './words/first-names.ts';
import { organizationHeads, organizationTails, knownBodies } from './words/organization-words.ts';
import { personRoles } from './words/person-words.ts';
import { placeCues, placeHeads, placeTails } from './words/place-words.ts';
import { anyTitle } from '#shared/names/titles.ts';

/** A name by itself, as positions of tokens; titles and what opens a sentence are not in it any more. */
export interface Candidate {
  readonly from: number;
  /** After the last word. */
  readonly to: number;
  /** Titles and roles with a capital that stood before it, folded. */
  readonly titles: readonly string[];
  /** Where small words or `&` join it inside. */
  readonly joins: readonly Ring['join'][];
}

/** Takes a chain apart into the names that it holds. */
export function candidates(reading: Reading, chain: Chain): Candidate[] {
  const found: Candidate[] = [];
  for (const part of apart(reading, withoutOpening(reading, chain))) {
    const { rings, titles } = withoutTitles(reading, part);
    const trimmed = trimmedEnd(reading, rings);
    const [first] = trimmed;
    const last = trimmed.at(-1);
    if (first === undefined || last === undefined) continue;
    push(trimmed, titles);
  }
  return found;

  function push(rings: Chain, titles: readonly string[]): void {
    const [first] = rings;
    const last = rings.at(-1);
    if (first === undefined || last === undefined) return;
    if (rings.length === 1 && articles.has(reading.tokens[first.at]?.folded ?? '')) return;
    found.push({
      from: first.at,
      to: last.at + 1,
      titles,
      joins: rings.slice(1).map(({ join }) => join),
    });
  }
}

const articles = new Set('el la los las the o os as a'.split(' '));

function isConnector(join: Ring['join'], sort: string): boolean {
  return typeof join === 'object' && join.sort === sort;
}

/** A chain that begins a sentence loses the words there that are no names. */
function withoutOpening(reading: Reading, chain: Chain): Chain {
  let rest = chain;
  for (;;) {
    const [first, second] = rest;
    const token = reading.tokens[first?.at ?? -1];
    if (first === undefined || token === undefined) return rest;
    // After an article that begins a sentence, capitals prove as much as anywhere.
    const before = chain[chain.length - rest.length - 1];
    const opened =
      before === undefined
        ? reading.opens[first.at] === true
        : !articles.has(reading.tokens[before.at]?.folded ?? '');
    if (!opened || !isOpeningWord(reading, rest, token, second)) return rest;
    rest = rest.slice(1);
  }
}

function isOpeningWord(reading: Reading, chain: Chain, token: { readonly folded: string }, second?: Ring): boolean {
  const word = reading.tokens[chain[0]?.at ?? -1];
  if (word === undefined) return false;
  const { folded } = token;
  if (placeLength(reading.tokens, word === undefined ? 0 : (chain[0]?.at ?? 0)) > 0) return false;
  if (word.shape === 'capitals' && word.text.length > 1) return false;
  const next = second === undefined ? undefined : reading.tokens[second.at];
  if (isPluralArticle(folded) && next !== undefined && second?.join === 'space') {
    return (
      next.shape === 'capitals' || organizationHeads.has(next.folded) || demonyms.has(next.folded) || placeLength(reading.tokens, second.at) > 0 ||
      isOrdinary(reading, next)
    );
  }
  if (second !== undefined && next !== undefined && (organizationHeads.has(folded) || placeHeads.has(folded))) {
    return second.join !== 'space' && !isConnector(second.join, 'of') && !isConnector(second.join, 'english') &&
      second.join !== 'ampersand';
  }
  if (anyTitle.has(folded) || personRoles.has(folded)) return false;
  if (isArticle(folded) && next !== undefined) return !capitalArticleElsewhere(reading, chain, folded);
  if (isOrdinary(reading, word)) {
    // "Huaxing Mining", "Reporters Without Borders"
    if (/^(?:without|sin)$/.test(next?.folded ?? '')) return false;
    const end = reading.tokens[chain.at(-1)?.at ?? 0]?.folded ?? '';
    const isListed = commonWords.has(folded) || reading.small.has(folded);
    return isListed || !(organizationTails.has(end) || placeTails.has(end));
  }
  // "Vecinos de San Félix": an unknown word before "de" at the beginning of a sentence is an everyday word.
  return (
    second !== undefined &&
    isConnector(second.join, 'of') &&
    !isGivenOrFamily(folded) &&
    !wordLikeFirstNames.has(folded) &&
    !reading.capital.has(folded)
  );
}

function isPluralArticle(folded: string): boolean {
  return folded === 'los' || folded === 'las' || folded === 'os' || folded === 'as';
}

function isArticle(folded: string): boolean {
  return folded === 'el' || folded === 'la' || folded === 'the' || folded === 'o' || folded === 'a';
}

/** Whether the text writes the same article with a capital before the same word where no sentence begins. */
function capitalArticleElsewhere(reading: Reading, chain: Chain, article: string): boolean {
  const at = chain[0]?.at ?? 0;
  const next = reading.tokens[at + 1];
  const inQuotes = /["“«]$/.test(reading.tokens[at]?.gap ?? '') && closesQuotation(reading, chain);
  if (inQuotes) return true;
  return reading.articled.has(`${article} ${next?.folded ?? ''}`);
}

function closesQuotation(reading: Reading, chain: Chain): boolean {
  const last = reading.tokens[chain.at(-1)?.at ?? 0];
  return last !== undefined && /^[,.]?["”»]/.test(reading.text.slice(last.end, last.end + 2));
}

/** Splits a chain where small words join two names instead of two parts of one. */
function apart(reading: Reading, chain: Chain): Chain[] {
  const parts: Ring[][] = [];
  let part: Ring[] = [];
  for (const [position, ring] of chain.entries()) {
    if (part.length > 0 && !holds(reading, part, chain.slice(position))) {
      parts.push(part);
      part = [];
    }
    part.push(part.length === 0 ? { ...ring, join: 'space' } : ring);
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** Whether the first ring of `right` belongs to the same name as `left`. */
function holds(reading: Reading, left: Chain, right: Chain): boolean {
  const [ring] = right;
  if (ring === undefined) return false;
  const { join } = ring;
  if (join === 'space' || join === 'ampersand' || join === 'comma') return true;
  const { tokens } = reading;
  const words = left.map(({ at }) => tokens[at]?.folded ?? '');
  const [first = ''] = words;
  if (join.sort === 'of' && isGovernedPart(reading, left, ring)) return false;
  const firstAt = left[0]?.at ?? 0;
  if (placeLength(tokens, firstAt) + firstAt > ring.at) return true;
  const last = tokens[left.at(-1)?.at ?? 0];
  if (last !== undefined && isLegalForm(last)) {
    const next = tokens[ring.at];
    return next !== undefined && isLegalForm(next);
  }
  const next = tokens[ring.at]?.folded ?? '';
  const isBody =
    organizationHeads.has(first) || words.some((word, at) => organizationHeads.has(word) || (at > 0 && organizationTails.has(word)));
  const isPlace = placeHeads.has(first) || placeTails.has(words.at(-1) ?? '');
  if (join.sort === 'english' && /^(?:on|against)/.test(join.phrase)) {
    return words.some((word) => topical.has(word));
  }
  if (join.sort === 'english') return isBody || organizationTails.has(words.at(-1) ?? '') || isPlace;
  if (join.sort === 'for') return isBody || /^madres|^familiares|^amigos/.test(first);
  if (join.sort === 'family') return true;
  if (join.sort === 'and') return andHolds(reading, left, right, isBody);
  if (isBody || isPlace) return true;
  if (isTitle(first)) return true;
  const isPerson = firstNames.has(first) || firstNamesElsewhere.has(first);
  const rightIsPlace = placeLength(tokens, ring.at) > 0;
  if (isPerson && left.length > 1 && rightIsPlace && join.phrase === 'de' && !isGivenOrFamily(next)) return false;
  const leftIsPlace = placeLength(tokens, firstAt) === left.length;
  return !(leftIsPlace && rightIsPlace);
}

/** Bodies that are named for what they are about: "Commission on Human Rights". */
const topical = new Set(
  'commission committee council center centre office institute movement campaign conference union board forum'.split(' '),
);

/** "sector Los Cocos de Puerto La Cruz" and "ministro del Interior de Perú" are two names, the second a place. */
function isGovernedPart({ tokens }: Reading, left: Chain, ring: Ring): boolean {
  if (placeLength(tokens, ring.at) === 0) return false;
  const at = left[0]?.at ?? 0;
  const before = tokens[at - 1];
  if (before === undefined || !isPlainGap(tokens[at]?.gap ?? '')) return false;
  if (placeHeads.has(tokens[at]?.folded ?? '')) return false;
  if (placeCues.has(before.folded) && before.shape === 'lower') return true;
  const governor = tokens[at - 2]?.folded ?? '';
  return /^(?:del?|of)$/.test(before.folded) && anyTitle.has(governor);
}

function andHolds(reading: Reading, left: Chain, right: Chain, isBody: boolean): boolean {
  const { tokens } = reading;
  const [ring, after] = right;
  const next = tokens[ring?.at ?? -1];
  if (ring === undefined || next === undefined) return false;
  if (isLegalForm(next)) return true;
  const isPlace = placeLength(tokens, ring.at) > 0;
  if (isBody) {
    return (
      after?.join !== 'space' &&
      !isGivenOrFamily(next.folded) &&
      !isPlace &&
      !firstNames.has(next.folded) &&
      !organizationHeads.has(next.folded) &&
      !knownBodies.has(next.folded)
    );
  }
  // "Peace and Reconciliation Foundation"
  const end = tokens[right.at(-1)?.at ?? 0]?.folded ?? '';
  const begin = tokens[left[0]?.at ?? 0];
  if (
    left.length === 1 &&
    right.length > 1 &&
    organizationTails.has(end) &&
    begin?.shape === 'capital' &&
    !isPlace &&
    placeLength(tokens, left[0]?.at ?? 0) === 0 &&
    !isGivenOrFamily(begin.folded)
  ) {
    return true;
  }
  // "José de Jesús Beltrán y Félix" is one person; "Ana Ruiz y Luis Soto" are two.
  if (left.length < 3 || after?.join === 'space') return false;
  const [first] = left;
  const typeOfJoin = typeof ring.join === 'object' ? ring.join.phrase : '';
  return typeOfJoin === 'y' && firstNames.has(tokens[first?.at ?? 0]?.folded ?? '') && !isPlace && next.shape === 'capital';
}

function isTitle(folded: string): boolean {
  return (anyTitle.has(folded) || personRoles.has(folded)) && folded !== 'don' && folded !== 'dona';
}

/** Bodies that are called after persons with their titles, or have a title's word in their name. */
const keepsTitle = new Set(
  'hospital colegio escuela liceo avenida calle plaza aeropuerto airport universidad fundacion instituto barrio camp fort sala teatro'.split(' '),
);

function isOfficeWord(folded: string): boolean {
  return officeWords.has(folded) || demonyms.has(folded);
}

/** What stands before a title and belongs to it: "Oil Minister", "Special Agent". */
const officeWords = new Set(
  ('acting assistant attorney chief defence defense deputy district economy education energy executive federal ' +
    'finance first foreign former health high home housing interior justice labor labour managing oil police press ' +
    'prime principal prison public regional secretary security senior special staff state trade transport under ' +
    'united states vice army navy us u.s').split(' '),
);

interface Untitled {
  readonly rings: Chain;
  readonly titles: readonly string[];
}

/** Titles, roles and demonyms before a name are taken off it. */
function withoutTitles(reading: Reading, part: Chain): Untitled {
  const { tokens } = reading;
  const folded = (ring: Ring | undefined): string => tokens[ring?.at ?? -1]?.folded ?? '';
  const titles: string[] = [];
  let from = 0;
  // Everything up to the last title that a given name follows: "Assistant United States Attorney Ana Ruiz".
  if (!keepsTitle.has(folded(part[0]))) {
    for (let at = part.length - 2; at >= 0; at -= 1) {
      const next = part[at + 1];
      const given = folded(next);
      const isGiven = firstNames.has(given) || firstNamesElsewhere.has(given);
      const leads =
        isGiven || (at > 0 && part.slice(0, at).every((ring) => isOfficeWord(folded(ring)) || isTitle(folded(ring))));
      const isOwner = tokens[part[at]?.at ?? -1]?.possessive === true;
      if (isTitle(folded(part[at])) && !isOwner && leads && next?.join === 'space' && !isGivenOrFamily(folded(part[at]))) {
        titles.push(folded(part[at]));
        from = at + 1;
        break;
      }
    }
  }
  for (; from < part.length; from += 1) {
    const word = folded(part[from]);
    const next = part[from + 1];
    const token = tokens[part[from]?.at ?? -1];
    if (next === undefined || token === undefined) break;
    if (placeLength(tokens, part[from]?.at ?? 0) > 1) break;
    if ((word === 'ong' || word === 'ngo') && next.join === 'space') continue;
    if (isTitle(word) && token.shape !== 'capitals' && !token.possessive) {
      if (organizationHeads.has(word) && next.join === 'space' && !isGivenOrFamily(folded(next))) break;
      if (isGivenOrFamily(word) && next.join === 'space' && from === 0 && !firstNames.has(folded(next)) && !token.pointed) break;
      const tail = part.slice(from + 1).some((ring) => organizationTails.has(folded(ring)) || isLegal(ring));
      if (tail && next.join === 'space' && titles.length === 0) break;
      // "Presidente de Guyana": the title is of what follows, which is no person.
      if (next.join === 'space') titles.push(word);
      else titles.length = 0;
      continue;
    }
    if (demonyms.has(word) && next.join === 'space' && !namesBody(part.slice(from))) continue;
    if (titles.length > 0 && word === 'de') continue;
    break;
  }
  return { rings: part.slice(from), titles };

  function isLegal(ring: Ring): boolean {
    const token = tokens[ring.at];
    return token !== undefined && isLegalForm(token);
  }

  function namesBody(rings: Chain): boolean {
    return rings.some(
      (ring) => organizationHeads.has(folded(ring)) || organizationTails.has(folded(ring)) || isLegal(ring) ||
        placeTails.has(folded(ring)),
    );
  }
}

/** A demonym or title at the end belongs to what follows: "President", "Venezuelan". */
function trimmedEnd(reading: Reading, rings: Chain): Chain {
  const [first] = rings;
  const head = reading.tokens[first?.at ?? -1]?.folded ?? '';
  let to = rings.length;
  while (to > 0) {
    const token = reading.tokens[rings[to - 1]?.at ?? -1];
    if (token === undefined) break;
    const ofBody = organizationHeads.has(head) && to > 1;
    const only = to === 1;
    const isName = chineseSurnames.has(token.folded) || isGivenOrFamily(token.folded);
    if (typeof rings[to - 1]?.join === 'object' && to > 1) break;
    if (demonyms.has(token.folded) && !ofBody && !(isName && !only) && token.shape !== 'capitals') to -= 1;
    else if (only && isTitle(token.folded) && !isName && token.shape !== 'capitals') to -= 1;
    else break;
  }
  return rings.slice(0, to);
}
