import { foldName } from '#shared/names/fold.ts';
import { particles } from '#shared/names/particles.ts';
import { anyTitle } from '#shared/names/titles.ts';
import { generationOf } from './generation.ts';
import {
  asPinyin,
  doubleSurnames,
  simplify,
  surnameReadings,
  withoutAspiration,
} from './han-script.ts';
import { wordsOf, type Word } from './name-parts.ts';

/** A word of a person's name in its place. */
export interface PersonWord extends Word {
  readonly initial: boolean;
  /** What it may be in pinyin, without aspiration, when the name may be a Chinese one romanised otherwise. */
  readonly pinyin?: string;
  /** Its place among all words of the name. */
  readonly at: number;
}

/** A person's name made ready for comparing: given names before surnames where a comma told which they are. */
export interface PersonName {
  readonly words: readonly PersonWord[];
  /** Words and particles together, to find what is written as one word elsewhere. */
  readonly all: readonly Word[];
  /** A comma told the surname. */
  readonly ordered: boolean;
  readonly generation: number | undefined;
}

/** Particles that are names too, at the beginning of a name. */
const names = new Set(
  'al ben bin van an ar ad du di da lo den ter i e y san sao bat bar as at st az'.split(' '),
);
/** What begins Arabic names of honour and is no particle when names are compared: Abu Ali is not Ali. */
const parts = new Set('abu abou abi umm um ould wald abd abdul abdel abdal abdoul'.split(' '));
const honours = new Set('phd md esq jd mba obe cbe mbe kg qc kc sj op ofm'.split(' '));

/** Makes a person's name ready. @param text what `takeApart` gave */
export function personName(text: string): PersonName {
  const [first = '', ...rest] = hyphensJoined(text)
    .split(/\s*[,،，]\s*/u)
    .filter((part) => part !== '');
  let generation: number | undefined;
  const given: Word[][] = [];
  for (const part of rest) {
    const words = wordsOf(part, false);
    const [only] = words;
    const told = only !== undefined && words.length === 1 ? generationOf(only) : undefined;
    if (told !== undefined) generation = told;
    else if (
      only !== undefined &&
      !honours.has(only.text) &&
      words.length <= 5 &&
      !(words.length > 1 && anyTitle.has(only.text) && given.length > 0)
    )
      given.push(words);
  }
  const surname = splitHan(wordsOf(first, false));
  let words = surname;
  const ordered = given.length > 0;
  if (ordered) words = [...withoutTitles(given[0] ?? []), ...withoutTitles(surname)];
  words = withoutTitles(words);
  // "Baptiste III, Jean" and "Jean Baptiste III".
  while (words.length > 1) {
    const last = words.at(-1);
    if (last === undefined) break;
    const told =
      words.length > 2 ||
      last.capitals ||
      last.text.length < 3 ||
      last.stopped ||
      last.text === 'iii'
        ? generationOf(last)
        : undefined;
    if (told !== undefined) generation = told;
    else if (!honours.has(last.text)) break;
    words = words.slice(0, -1);
  }
  if (ordered && generation === undefined) {
    const told = surname.at(-1);
    const found = told !== undefined && surname.length > 1 ? generationOf(told) : undefined;
    if (found !== undefined) {
      generation = found;
      words = words.filter((word) => word !== told);
    }
  }
  return { words: namesIn(words), all: words, ordered, generation };
}

const hyphened = /(?<![\p{L}-])(\p{Lu}\p{Ll}{0,5})-(\p{Ll}{1,6})(?![\p{L}-])/gu;

/** Korean and older Chinese given names, "Jong-un" and "Tse-tung", are one word; the hyphen becomes a sign inside it. */
const hyphensJoined = (text: string): string =>
  text.replaceAll(hyphened, (whole, one: string, other: string) =>
    isParticle(one.toLowerCase()) || other.length + one.length > 10 ? whole : `${one}'${other}`,
  );

/** What only the Wade-Giles romanisation of Chinese has. */
const wadeGiles =
  /^(?:hs[aeiou]|ts[eu]|tz[eu])|^[a-z]{1,2}ung$|^[a-z]{1,3}ieh$|^[a-z]{0,2}[^aeious]ien$/;

/** Titles are known in Latin letters; what another script comes to when folded may look like one. */
const isTitle = (word: Word | undefined): boolean =>
  word !== undefined && word.script === 'latin' && anyTitle.has(word.text);

const syllabic = /^\p{Lu}\p{Ll}*'\p{Ll}+$/u;

const pinyinOf = ({ raw }: Word): string =>
  withoutAspiration(raw.toLowerCase().split(/['’]/u).map(asPinyin).join(''));

function withoutTitles(words: readonly Word[]): Word[] {
  let at = 0;
  while (at < words.length - 1 && isTitle(words[at])) at += 1;
  return words.slice(at);
}

function namesIn(words: readonly Word[]): PersonWord[] {
  const made: PersonWord[] = [];
  const isChinese =
    words.length <= 4 && words.some(({ raw, text }) => wadeGiles.test(text) || syllabic.test(raw));
  const plain = words.filter((word) => !isParticle(word.text)).length;
  words.forEach((word, at) => {
    const initial =
      word.script !== 'han' &&
      ((word.text.length === 1 &&
        (word.stopped || word.raw !== word.raw.toLowerCase() || !isParticle(word.text))) ||
        (word.stopped && word.text.length === 2 && word.script === 'other'));
    const stays =
      initial ||
      !isParticle(word.text) ||
      at === words.length - 1 ||
      (at === 0 && plain <= 1 && names.has(word.text)) ||
      plain === 0;
    if (stays) made.push({ ...word, initial, at, ...(isChinese && { pinyin: pinyinOf(word) }) });
  });
  return made;
}

const isParticle = (text: string): boolean => particles.has(text) && !parts.has(text);

/** Syllables joined; those of Hangul end in k, p and t, not in g, b and d. */
const readHan = (raw: string): string =>
  foldName(raw)
    .split(' ')
    .map((syllable) =>
      /\p{Script=Hangul}/u.test(raw) ? syllable.replace(/[gbd]$/, unvoiced) : syllable,
    )
    .join('');

const unvoiced = (letter: string): string => ({ g: 'k', b: 'p', d: 't' })[letter] ?? letter;

/** Parts a Chinese or Korean name, which is written without spaces, into surname and given name. */
function splitHan(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    if (word.script !== 'han' || words.length > 1) return [word];
    const characters = Array.from(simplify(word.raw));
    if (characters.length < 2 || characters.length > 4)
      return [{ ...word, raw: characters.join('') }];
    const length =
      doubleSurnames.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1;
    return [characters.slice(0, length), characters.slice(length)].map((some, part) => {
      const raw = some.join('');
      const read = part === 0 ? surnameReadings[raw] : undefined;
      return { ...word, raw, text: read ?? readHan(raw) };
    });
  });
}
