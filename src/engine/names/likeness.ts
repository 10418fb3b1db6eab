import { doubleMetaphone } from 'double-metaphone';
import { skeleton } from '#shared/names/skeleton.ts';
import { canBeWritten } from './arabic-script.ts';
import { isCommonGiven } from './common-names.ts';
import { goTogether } from './hypocoristics.ts';
import type { Word } from './name-parts.ts';
import { spellingDistance } from './spelling-distance.ts';
import { areSpellings } from './spellings.ts';
import { lettersApart, traitsOf, type WordTraits } from './word-traits.ts';

/** In which way two words are alike, best first. */
export type Alike =
  | 'equal'
  | 'transliterated'
  | 'spelling'
  | 'form'
  | 'nickname'
  | 'sound'
  | 'typo'
  | 'initial'
  /** One letter apart that makes them names of a man and of a woman. */
  | 'gender'
  | 'none';

export interface Likeness {
  readonly alike: Alike;
  /** How much of a full match it is worth, 0 to 1. */
  readonly worth: number;
}

const worths: Readonly<Record<Alike, number>> = {
  equal: 1,
  transliterated: 0.93,
  spelling: 0.92,
  form: 0.75,
  nickname: 0.78,
  sound: 0.8,
  typo: 0.66,
  initial: 0.45,
  gender: 0,
  none: 0,
};

const of = (alike: Alike): Likeness => ({ alike, worth: worths[alike] });
const likenesses: Readonly<Record<Alike, Likeness>> = {
  equal: of('equal'),
  transliterated: of('transliterated'),
  spelling: of('spelling'),
  form: of('form'),
  nickname: of('nickname'),
  sound: of('sound'),
  typo: of('typo'),
  initial: of('initial'),
  gender: of('gender'),
  none: of('none'),
};

/** How alike two words of persons' names are. */
export function likenessOfWords(a: Word, b: Word): Likeness {
  if (a.text === b.text) {
    if (a.script === 'han' && b.script === 'han' && a.raw !== b.raw) return likenesses.sound;
    return likenesses[a.script === b.script ? 'equal' : 'transliterated'];
  }
  if (a.text.length === 1 || b.text.length === 1) {
    return likenesses[a.text[0] === b.text[0] ? 'initial' : 'none'];
  }
  if (a.script !== b.script && (a.script === 'arabic' || b.script === 'arabic')) {
    const [script, latin] = a.script === 'arabic' ? [a, b] : [b, a];
    return likenesses[canBeWritten(script.text, latin.text) ? 'transliterated' : 'none'];
  }
  if (a.script === 'arabic') {
    return likenesses[
      a.text.length > 5 && spellingDistance(a.text, b.text, 1) === 1 ? 'typo' : 'none'
    ];
  }
  if (a.script === 'han' && b.script === 'han') return likenesses.none;
  if (abbreviates(a, b) || abbreviates(b, a)) return likenesses.nickname;
  return likenesses[ofLatin(a.text, b.text, a.script !== b.script)];
}

/** "Ma." for María: the beginning of a name with a full stop. */
const abbreviates = (short: Word, long: Word): boolean =>
  short.stopped &&
  short.text.length <= 4 &&
  long.text.length > short.text.length &&
  long.text.startsWith(short.text);

/** Whether two folded words are alike in any way but for being names of a man and of a woman. */
export function areAlike(a: string, one: WordTraits, b: string, other: WordTraits): boolean {
  const alike = a === b ? 'equal' : ofTraits(a, one, b, other, false);
  return alike !== 'none' && alike !== 'gender';
}

/** Letters that two words may have apart when one is a slip of the pen, or another form, of the other. */
export const mostApart = 4;

const ofLatin = (a: string, b: string, scriptsDiffer: boolean): Alike =>
  ofTraits(a, traitsOf(a), b, traitsOf(b), scriptsDiffer);

function ofTraits(
  a: string,
  one: WordTraits,
  b: string,
  other: WordTraits,
  scriptsDiffer: boolean,
): Alike {
  if (one.isListed && other.isListed) {
    if (areSpellings(a, b)) return scriptsDiffer ? 'transliterated' : 'spelling';
    if (goTogether(a, b)) return 'nickname';
  }
  if (one.isNumber || other.isNumber) return 'none';
  const sounds = soundsAlike(a, b, one, other);
  // Most words are quite other words, which shows in their letters already.
  if (!sounds && lettersApart(one.letters, other.letters) > mostApart) return 'none';
  const shorter = Math.min(a.length, b.length);
  // What begins otherwise is like the other only in sound, or as a slip in a long word.
  if (!sounds && a[0] !== b[0] && shorter < 6 && !beginAlike(a, b)) return 'none';
  if (areSlavicForms(a, b)) return 'form';
  if (differInGender(a, b)) return 'gender';
  const bothKnown = one.isKnown && other.isKnown;
  if (one.single === other.single && shorter >= 2 && !bothKnown) return 'spelling';
  if (sounds && shorter >= 3 && !(bothKnown && shorter < 5)) {
    return scriptsDiffer ? 'transliterated' : 'spelling';
  }
  if (bothKnown) return 'none';
  if (shorter >= 4 && englishSound(a, b)) return 'sound';
  const consonants = shorter >= 5 ? skeleton(a) : '';
  if (
    consonants.length >= 3 &&
    consonants === skeleton(b) &&
    spellingDistance(a, b, 2) <= 2 &&
    vowelsClose(a, b)
  ) {
    return 'sound';
  }
  // A short given name a letter off another is another name as a rule: Celia and Cilia.
  const isShortGiven = shorter <= 6 && (one.isGiven || other.isGiven);
  if (isShortGiven && !(a.length === b.length && isSwap(a, b))) return 'none';
  return isTypo(a, b, shorter) ? 'typo' : 'none';
}

/** One slip of the pen in a word that is long enough for it, two in a long one. */
function isTypo(a: string, b: string, shorter: number): boolean {
  if (shorter < 4) return false;
  const distance = spellingDistance(a, b, 2);
  if (distance === 1) {
    if (shorter >= 5) return a[0] === b[0] || shorter >= 6;
    // Of four letters, two that changed places or a doubled one.
    return a.length !== b.length ? a[0] === b[0] && hasDouble(a, b) : isSwap(a, b);
  }
  return distance === 2 && shorter >= 8 && a[0] === b[0];
}

const hasDouble = (a: string, b: string): boolean =>
  (a.length > b.length ? a : b).replaceAll(/(.)\1/g, '$1') === (a.length > b.length ? b : a);
const isSwap = (a: string, b: string): boolean =>
  Array.from(a).toSorted().join('') === Array.from(b).toSorted().join('');

function vowelsClose(a: string, b: string): boolean {
  return isTypo(a, b, Math.min(a.length, b.length)) || soundsClose(a) === soundsClose(b);
}

const soundsClose = (text: string): string =>
  text
    .replaceAll(/[eiy]+/g, 'i')
    .replaceAll(/[ouw]+/g, 'u')
    .replaceAll(/a+/g, 'a');

/** The feminine of Slavic surnames: Ivanova to Ivanov, Zelenskaya to Zelensky, and endings as romanised. */
function areSlavicForms(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (short.length < 4) return false;
  if (long === `${short}a`)
    return /(?:ov|ev|yov|in|yn)$/.test(short) && !isCommonGiven(short) && !isCommonGiven(long);
  const stem = /^(.{3,})(?:skaya|skaia|skaja|ska|cka)$/.exec(long)?.[1];
  return (
    stem !== undefined &&
    /^(?:ski|sky|skiy|skyy|skij|skii|cki)$/.test(short.slice(stem.length)) &&
    short.startsWith(stem)
  );
}

/** María and Mario, Daniel and Daniela: a final vowel that tells a woman's name from a man's. */
function differInGender(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (short.length < 3) return false;
  if (long.length === short.length) {
    return (
      long.slice(0, -1) === short.slice(0, -1) &&
      isPair(long.at(-1), short.at(-1)) &&
      isCommonGivenOr(long, short)
    );
  }
  return (
    (long === `${short}a` ||
      long === `${short}e` ||
      long === `${short}ne` ||
      long === `${short}ina`) &&
    isCommonGivenOr(long, short)
  );
}

const isPair = (a: string | undefined, b: string | undefined): boolean =>
  (a === 'a' && (b === 'o' || b === 'e' || b === 'i')) ||
  (b === 'a' && (a === 'o' || a === 'e' || a === 'i'));

const isCommonGivenOr = (a: string, b: string): boolean => isCommonGiven(a) || isCommonGiven(b);

function soundsAlike(a: string, b: string, one: WordTraits, other: WordTraits): boolean {
  for (const sound of one.sounds) {
    if (sound.length < 2 || !other.sounds.includes(sound)) continue;
    // Hernández without its h is written so at times; Jamal without its j is Amal.
    const begins = startsWithVowel(a) === startsWithVowel(b) || a[0] === 'y' || b[0] === 'y';
    return begins || Math.min(a.length, b.length) >= 5;
  }
  return false;
}

const startsWithVowel = (word: string): boolean => /^[aeiou]/.test(word);

/** Whether two first letters are written for one sound. */
const beginAlike = (a: string, b: string): boolean =>
  /^(?:[ck]{2}|ph?f?|fp|[sz]{2}|[jg]{2})$/.test(a.charAt(0) + b.charAt(0));

/** Double Metaphone (Lawrence Philips, 2000), for English spellings; only where the letters are near as well. */
function englishSound(a: string, b: string): boolean {
  if (a[0] !== b[0] && !beginAlike(a, b)) return false;
  if (Math.abs(a.length - b.length) > 2 || spellingDistance(a, b, 2) > 2) return false;
  if (a.at(-1) !== b.at(-1) && /[ao]/.test(`${a.at(-1) ?? ''}${b.at(-1) ?? ''}`)) return false;
  const [first] = doubleMetaphone(a);
  const [second] = doubleMetaphone(b);
  return first === second && first.length >= 3;
}
