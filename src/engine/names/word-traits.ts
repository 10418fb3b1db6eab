import { soundKey } from '#shared/names/sound.ts';
import { isCommonGiven, isKnownName } from './common-names.ts';
import { isHypocoristic } from './hypocoristics.ts';
import { isSpelling } from './spellings.ts';

/** What of a folded word is asked again and again when it is compared with many. */
export interface WordTraits {
  /** The sounds it may stand for. */
  readonly sounds: readonly string[];
  /** With doubled letters made one. */
  readonly single: string;
  /** Bit by bit, which of its letters it has. */
  readonly letters: number;
  readonly isNumber: boolean;
  /** It is a given name or a surname that many have. */
  readonly isKnown: boolean;
  readonly isGiven: boolean;
  /** It is in a list of spellings or of pet forms, so that it may be like a word of quite other letters. */
  readonly isListed: boolean;
}

const remembered = new Map<string, WordTraits>();
const mostRemembered = 300_000;

/** The traits of a folded word, made once. */
export function traitsOf(word: string): WordTraits {
  let traits = remembered.get(word);
  if (traits === undefined) {
    traits = {
      sounds: soundsOf(word),
      single: word.replaceAll(/(.)\1+/g, '$1'),
      letters: lettersOf(word),
      isNumber: /\d/.test(word),
      isKnown: isKnownName(word),
      isGiven: isCommonGiven(word),
      isListed: isHypocoristic(word) || isSpelling(word),
    };
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, traits);
  }
  return traits;
}

/** Forgets the words that were asked for. What has been made of them stays good. */
export function forgetWords(): void {
  remembered.clear();
}

/** Bit by bit, which of its letters a folded word has. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many letters one of two words has and the other has not, from the letters of their traits. */
export function lettersApart(a: number, b: number): number {
  // Bits are counted in parallel (H. S. Warren, Hacker's Delight, 5-1).
  let bits = a ^ b;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The sounds a folded word may stand for, as `WordTraits` has them. */
export const soundKeys = (word: string): readonly string[] => traitsOf(word).sounds;

/** Endings of Slavic names in the romanisations of several languages, before the general sounds. */
function romanized(word: string): string {
  return word
    .replace(/(?:off|ow)$/, 'ov')
    .replace(/(?:eff|ew)$/, 'ev')
    .replace(/(?:skiy|skij|skii|skyi|skyy|sky|ski)$/, 'ski')
    .replace(/(?:yi|iy|ij|ii|yy|yj|ey|ej|ei|ay|aj)$/, (end) =>
      /^[ea]/.test(end) ? `${end[0] ?? ''}i` : 'i',
    )
    .replace(/y$/, 'i')
    .replace(/(?:tch|tsch|ch|sch|sh|x)(?:yo|io|o)(?=v$)/, 'che')
    .replaceAll(/x(?=[aeiou])/g, 'j');
}

/**
 * The sounds a folded word may stand for: as romanised, with j as in English, German and Spanish, with a Spanish h, and
 * b as v.
 */
function soundsOf(word: string): string[] {
  const base = romanized(word);
  const forms = new Set([base]);
  forms.add(base.replaceAll('ll', 'y'));
  if (/g[ei]/.test(base)) forms.add(base.replaceAll(/g(?=[ei])/g, 'j'));
  if (/j(?![aeiou])/.test(base)) forms.add(base.replaceAll('j', 'y'));
  // Umlauts written out: Mueller, Goering.
  if (/[aou]e/.test(base)) forms.add(base.replaceAll(/([aou])e/g, '$1'));
  if (/eo|eu/.test(base)) forms.add(base.replaceAll('eo', 'o').replaceAll('eu', 'u'));
  // A w is a v in German and Polish, and between vowels a u.
  return [
    ...new Set(
      [...forms].map((form) => soundKey(form).replaceAll(/v|w/g, 'b').replaceAll(/ei|ai/g, 'e')),
    ),
  ];
}
