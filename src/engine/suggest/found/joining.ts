import { isLegalForm, type Chain, type Ring } from './chain.ts';
import { isPlainGap } from './connectors.ts';
import { placeLength } from './gazetteer.ts';
import { isGivenOrFamily, type Reading } from './reading.ts';
import { isTitle } from './titles-before.ts';
import type { Token } from './token.ts';
import { firstNames, firstNamesElsewhere } from './words/first-names.ts';
import { knownBodies, organizationHeads, organizationTails } from './words/organization-words.ts';
import { placeCues, placeHeads, placeTails } from './words/place-words.ts';
import { anyTitle } from '#shared/names/titles.ts';

/** Splits a chain where small words join two names instead of two parts of one. */
export function splitNames(reading: Reading, chain: Chain): Chain[] {
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
  if (last !== undefined && (isLegalForm(last) || last.text === 'S')) {
    const next = tokens[ring.at];
    return next !== undefined && isLegalForm(next);
  }
  const next = tokens[ring.at]?.folded ?? '';
  const isBody =
    organizationHeads.has(first) ||
    words.some(
      (word, at) => organizationHeads.has(word) || (at > 0 && organizationTails.has(word)),
    );
  const isPlace = placeHeads.has(first) || placeTails.has(words.at(-1) ?? '');
  if (join.sort === 'family') return true;
  if (join.sort === 'and') return andHolds(reading, left, right, isBody);
  if (join.sort === 'for') return isBody;
  if (join.sort === 'english') {
    if (/^(?:on|against)/.test(join.phrase)) return words.some((word) => topical.has(word));
    return isBody || isPlace || organizationTails.has(words.at(-1) ?? '');
  }
  if (isBody || isPlace || isTitle(first)) return true;
  const isPerson = firstNames.has(first) || firstNamesElsewhere.has(first);
  const rightIsPlace = placeLength(tokens, ring.at) > 0;
  const isOfPlace = rightIsPlace && join.phrase === 'de' && !isGivenOrFamily(next);
  if (isPerson && left.length > 1 && isOfPlace) return false;
  const leftIsPlace = placeLength(tokens, firstAt) === left.length;
  return !(leftIsPlace && rightIsPlace);
}

/** Bodies that are named for what they are about: "Commission on Human Rights". */
const topical = new Set(
  'commission committee council center centre office institute movement campaign conference union board forum'.split(
    ' ',
  ),
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
  if (isBody) return after?.join !== 'space' && !isPlace && isRestOfBody(next);
  if (endsAsBody(reading, left, right) && !isPlace) return true;
  // "José de Jesús Beltrán y Félix" is one person; "Ana Ruiz y Luis Soto" are two.
  if (left.length < 3 || after?.join === 'space') return false;
  const [first] = left;
  const typeOfJoin = typeof ring.join === 'object' ? ring.join.phrase : '';
  return (
    typeOfJoin === 'y' &&
    firstNames.has(tokens[first?.at ?? 0]?.folded ?? '') &&
    !isPlace &&
    next.shape === 'capital'
  );
}

/** "Ministerio del Interior y Justicia", but not "Banco Sur y Ana Ruiz" nor "Policía y Ejército". */
function isRestOfBody({ folded }: Token): boolean {
  return !isGivenOrFamily(folded) && !organizationHeads.has(folded) && !knownBodies.has(folded);
}

/** "Peace and Reconciliation Foundation" */
function endsAsBody({ tokens }: Reading, left: Chain, right: Chain): boolean {
  const [first] = left;
  const begin = tokens[first?.at ?? -1];
  const end = tokens[right.at(-1)?.at ?? -1];
  return (
    first !== undefined &&
    begin?.shape === 'capital' &&
    left.length === 1 &&
    right.length > 1 &&
    organizationTails.has(end?.folded ?? '') &&
    placeLength(tokens, first.at) === 0 &&
    !isGivenOrFamily(begin.folded)
  );
}
