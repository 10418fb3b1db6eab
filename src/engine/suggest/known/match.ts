import type { KnownIndex } from './known-index.ts';
import type { KnownMatch, MatchOptions } from './known.ts';

/**
 * Finds the names of an index in a text, whatever their case, accents, script, possessive or hyphens, on word
 * boundaries; of several that begin at one place, the longest.
 *
 * @returns in the order of the text, none overlapping another
 */
export function matchText(
  index: KnownIndex,
  text: string,
  options: MatchOptions = {},
): KnownMatch[] {
  void index;
  void text;
  void options;
  return [];
}
