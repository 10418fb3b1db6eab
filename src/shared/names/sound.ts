/**
 * How a folded name sounds, roughly, so that writings of one name in several alphabets meet: "Николас Мадуро" is
 * "nikolas maduro" when folded, and meets "Nicolás" here. Vowels stay; spellings of one sound become one letter, double
 * letters single ones, and h and its kin are left out, since Spanish does not speak h and writes the sound as j. Coarse:
 * of two short names with one key, many are different. For Arabic, which leaves short vowels out, see `skeleton`.
 *
 * @param folded what `foldName` gave
 * @returns the same words in the same order, each in its sound, which may be empty
 */
export function soundKey(folded: string): string {
  return folded.split(' ').map(soundOfWord).join(' ');
}

/** In order: each works on what the ones before it left. `x` stands for sh and ch from the second rule on. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/shch|tch|sch|sh|ch/g, 'x'],
  [/dzh|zh|dj/g, 'j'],
  [/ph/g, 'f'],
  [/kh|gh/g, 'h'],
  [/gk/g, 'g'],
  [/gu(?=[ei])/g, 'g'],
  [/qu(?=[ei])|ck|q/g, 'k'],
  [/tz|ts/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/y/g, 'i'],
  [/h|j(?=[aeiou])/g, ''],
  [/i+/g, 'i'],
  [/i(?=[aeou])/g, ''],
  [/(.)\1+/g, '$1'],
];

function soundOfWord(word: string): string {
  return rules.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);
}
