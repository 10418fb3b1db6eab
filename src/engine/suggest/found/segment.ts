import type { Chain, Ring } from './chain.ts';
import { splitNames } from './joining.ts';
import { withoutOpening } from './opening.ts';
import { isGivenOrFamily, type Reading } from './reading.ts';
import { isOfficeOnly, isTitle, withoutTitles } from './titles-before.ts';
import { demonyms } from './words/demonyms.ts';
import { chineseSurnames } from './words/first-names.ts';
import { organizationHeads } from './words/organization-words.ts';

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
  for (const part of splitNames(reading, withoutOpening(reading, chain))) {
    const { rings, titles } = withoutTitles(reading, part);
    const trimmed = trimmedEnd(reading, rings);
    const [first] = trimmed;
    const last = trimmed.at(-1);
    if (first === undefined || last === undefined) continue;
    if (trimmed.length === 1 && articles.has(reading.tokens[first.at]?.folded ?? '')) continue;
    if (trimmed.length === 1 && reading.tokens[first.at]?.text.length === 1) continue;
    if (isOfficeOnly(trimmed.map(({ at }) => reading.tokens[at]?.folded ?? ''))) continue;
    const joins = trimmed.slice(1).map(({ join }) => join);
    found.push({ from: first.at, to: last.at + 1, titles, joins });
  }
  return found;
}

const articles = new Set('el la los las the o os as a'.split(' '));

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
    if (demonyms.has(token.folded) && !ofBody && !(isName && !only) && token.shape !== 'capitals')
      to -= 1;
    else if (only && isTitle(token.folded) && !isName && token.shape !== 'capitals') to -= 1;
    else break;
  }
  return rings.slice(0, to);
}
