import { cities, otherPlaces, personLikePlaces, regions } from './words/places.ts';
import { foldWord } from './fold-word.ts';
import type { Token } from './token.ts';

/** The names that ICU has for the regions of ISO 3166, in the languages the finder reads. */
function countries(): string[] {
  const names: string[] = [];
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  for (const language of ['en', 'es', 'pt']) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const first of letters) {
      for (const second of letters) {
        const code = first + second;
        // XA to XZ and the like are for private use; EU, EZ and UN are no places; QO is "outlying Oceania".
        if (/^(?:X[ABC]|EU|EZ|UN|QO|ZZ|AC|CP|DG|TA)$/.test(code)) continue;
        const name = display.of(code);
        if (name !== undefined) names.push(name);
      }
    }
  }
  return names;
}

/** Names of places by their first word, folded, longest first. */
let places: ReadonlyMap<string, readonly (readonly string[])[]> | undefined;

function loaded(): NonNullable<typeof places> {
  if (places !== undefined) return places;
  const byFirst = new Map<string, string[][]>();
  // "Reunión" is a meeting far more often than the island.
  const names = new Set([...regions, ...cities, ...otherPlaces]);
  for (const country of countries()) {
    names.add(foldWord(country));
    names.add(
      foldWord(country)
        .replace(/ \(.*\)$/, '')
        .replace(/ & /g, ' and '),
    );
  }
  for (const name of names) {
    const words = name.split(/[\s,&()]+/).filter((word) => word !== '');
    const [first] = words;
    if (first === undefined || name === 'reunion') continue;
    const same = byFirst.get(first);
    if (same === undefined) byFirst.set(first, [words]);
    else same.push(words);
  }
  for (const same of byFirst.values()) same.sort((one, other) => other.length - one.length);
  places = byFirst;
  return places;
}

/** Words that stay small inside names of places. */
const small = new Set('de del la las los el da do dos of the and y e'.split(' '));

/** The number of words of the longest place of the list that begins with the word at a position; 0 for none. */
export function placeLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (first === undefined || first.shape === 'lower' || first.shape === 'number') return 0;
  for (const words of loaded().get(first.folded) ?? []) {
    const fits = words.every((word, offset) => {
      const token = tokens[at + offset];
      return (
        token?.folded === word &&
        (token.shape !== 'lower' || small.has(word)) &&
        (offset === 0 || /^\.? $|^\n$|^ & $/.test(token.gap))
      );
    });
    // "US" is a place and "us" a word; the same goes for every place of two letters.
    if (fits && (words.length > 1 || first.text.length > 2 || first.shape === 'capitals')) {
      return words.length;
    }
  }
  return 0;
}

/** Whether a name, folded, of the list of places is as often one of people. */
export function isPersonLike(folded: string): boolean {
  return personLikePlaces.has(folded);
}
