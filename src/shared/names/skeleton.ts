import { articles } from './particles.ts';

/**
 * The consonants of a folded name, so that a name in Arabic letters, which leave short vowels out, meets its writings
 * in Latin ones: "محمد", "Mohammed" and "Muhammad" all give "mhmd". Articles are left out, consonants that are written
 * one for the other become one, doubled ones single. Very coarse: a key for finding candidates, not a proof.
 *
 * @param folded what `foldName` gave
 * @returns the skeletons of its words in order with single spaces between them; a word of vowels alone gives none
 */
export function skeleton(folded: string): string {
  return withServantApart(folded)
    .split(' ')
    .filter((word) => !articles.has(word))
    .map(skeletonOfWord)
    .filter((word) => word !== '')
    .join(' ');
}

/** A folded name with the article after "abd", written in many ways, taken out: "abd rahman" for "abdulrahman". */
export function withServantApart(folded: string): string {
  return folded.replace(servant, 'abd $1');
}

/** "Abdulrahman", "Abd al-Rahman" and "Abdel Rahman" are one name: the servant of, the article, and a name of God. */
const servant = /\babd(?:[aeiou]l|[aeiou]r(?=r)|[aeiou]s(?=s))? ?(?:[aeu]l )?(?=[a-z]{3})([a-z]+)/g;

const rules: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/tch|tsh|sch|sh|ch/g, 'x'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/v/g, 'f'],
  [/p/g, 'b'],
  [/dj/g, 'j'],
  [/gu(?=[ei])/g, 'g'],
  [/c(?=[ei])/g, 's'],
  [/ck|[qc]/g, 'k'],
  [/(?<=[a-z])h$/g, ''],
  [/(.)\1+/g, '$1'],
  [/[aeiouwy]/g, ''],
];

function skeletonOfWord(word: string): string {
  return rules.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);
}
