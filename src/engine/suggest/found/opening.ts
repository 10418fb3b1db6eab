import type { Chain, Ring } from './chain.ts';
import { placeLength } from './gazetteer.ts';
import { isGivenOrFamily, isOrdinary, type Reading } from './reading.ts';
import type { Token } from './token.ts';
import { commonWords } from './words/common-words.ts';
import { demonyms } from './words/demonyms.ts';
import { wordLikeFirstNames } from './words/first-names.ts';
import { organizationHeads, organizationTails } from './words/organization-words.ts';
import { personRoles } from './words/person-words.ts';
import { placeHeads, placeTails } from './words/place-words.ts';
import { anyTitle } from '#shared/names/titles.ts';

/** A chain that begins a sentence loses the word there when it is no name; after it, capitals prove as much as anywhere. */
export function withoutOpening(reading: Reading, chain: Chain): Chain {
  const [first, second] = chain;
  const token = reading.tokens[first?.at ?? -1];
  if (first === undefined || token === undefined || reading.opens[first.at] !== true) return chain;
  const next = second === undefined ? undefined : reading.tokens[second.at];
  return isOpeningWord(reading, chain, token, next) ? chain.slice(1) : chain;
}

function isOpeningWord(
  reading: Reading,
  chain: Chain,
  word: Token,
  next: Token | undefined,
): boolean {
  const [first, second] = chain;
  const { folded } = word;
  if (first === undefined || placeLength(reading.tokens, first.at) > 0) return false;
  if (word.shape === 'capitals') return false;
  if (next !== undefined && second?.join === 'space' && pluralArticles.has(folded)) {
    return isArticled(reading, second, next);
  }
  if (
    next !== undefined &&
    second !== undefined &&
    (organizationHeads.has(folded) || placeHeads.has(folded))
  ) {
    return !goesOn(second.join);
  }
  if (anyTitle.has(folded) || personRoles.has(folded)) return false;
  if (next !== undefined && articles.has(folded))
    return !isPartOfName(reading, chain, folded, next);
  if (isOrdinary(reading, word)) return !beginsBody(reading, chain, folded, next);
  // "Vecinos de San Félix": an unknown word before "de" at the beginning of a sentence is an everyday word.
  return (
    typeof second?.join === 'object' &&
    second.join.sort === 'of' &&
    !isGivenOrFamily(folded) &&
    !wordLikeFirstNames.has(folded) &&
    !reading.capital.has(folded)
  );
}

const articles = new Set(['el', 'la', 'the', 'o', 'a']);
const pluralArticles = new Set(['los', 'las', 'os', 'as']);

/** "Los Estados Unidos", "Las FARC": the article belongs to the sentence; "Los Halcones" has it in its name. */
function isArticled(reading: Reading, second: Ring, next: Token): boolean {
  return (
    next.shape === 'capitals' ||
    organizationHeads.has(next.folded) ||
    demonyms.has(next.folded) ||
    placeLength(reading.tokens, second.at) > 0 ||
    isOrdinary(reading, next)
  );
}

/** Whether what follows a sort of body or place is the rest of its name. */
function goesOn(join: Ring['join']): boolean {
  if (typeof join !== 'object') return join !== 'comma';
  return join.sort === 'of' || join.sort === 'english';
}

/** Whether an article is part of a name: the text writes it so elsewhere, or it begins a quotation that is one. */
function isPartOfName(reading: Reading, chain: Chain, article: string, next: Token): boolean {
  const first = reading.tokens[chain[0]?.at ?? -1];
  const last = reading.tokens[chain.at(-1)?.at ?? -1];
  const isQuoted =
    first !== undefined &&
    last !== undefined &&
    /["“«]$/.test(first.gap) &&
    /^[,.]?["”»]/.test(reading.text.slice(last.end, last.end + 2));
  return isQuoted || reading.articled.has(`${article} ${next.folded}`);
}

/** "Huaxing Mining", "Reporters Without Borders": what looks like an everyday word begins the name of a body. */
function beginsBody(
  reading: Reading,
  chain: Chain,
  folded: string,
  next: Token | undefined,
): boolean {
  if (/^(?:without|sin)$/.test(next?.folded ?? '')) return true;
  if (commonWords.has(folded) || reading.small.has(folded)) return false;
  const end = reading.tokens[chain.at(-1)?.at ?? -1]?.folded ?? '';
  return organizationTails.has(end) || placeTails.has(end);
}
