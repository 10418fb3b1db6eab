import { Antecedents } from './antecedents.ts';
import { ChainMatcher } from './chain-matcher.ts';
import type { KnownIndex } from './known-index.ts';
import type { KnownMatch, MatchOptions } from './known.ts';
import { scan } from './scan.ts';

/**
 * Finds the names of an index in a text, whatever their case, accents, script, possessive or hyphens, on word
 * boundaries; of several that begin at one place, the longest. A surname alone is found after the whole name.
 *
 * @returns in the order of the text, none overlapping another
 */
export function matchText(
  index: KnownIndex,
  text: string,
  { minScore = 0.3 }: MatchOptions = {},
): KnownMatch[] {
  const antecedents = new Antecedents(index);
  const matches: KnownMatch[] = [];
  const matcher = new ChainMatcher(index, text, antecedents, minScore, matches);
  scan(text, index.table, index.cross, antecedents, (chain) => matcher.match(chain));
  return matches;
}
