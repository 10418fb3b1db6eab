import { foldName } from '#shared/names/fold.ts';
import { particles } from '#shared/names/particles.ts';
import { anyTitle } from '#shared/names/titles.ts';
import { generationOf } from './generation.ts';
import { asPinyin, doubleSurnames, simplify } from './han-script.ts';
import { wordsOf, type Word } from './name-parts.ts';

/** A word of a person's name in its place. */
export interface PersonWord extends Word {
  readonly initial: boolean;
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
  /** Romanised as Wade and Giles did, and here in pinyin as far as that can be: p may be b, t may be d. */
  readonly fromWadeGiles: boolean;
}

/** Particles that are names too, at the beginning of a name. */
const names = new Set(
  'ben bin van an ar ad du di da lo den ter i e y san sao bat bar as at st az'.split(' '),
);
/** What begins Arabic names of honour and is no particle when names are compared: Abu Ali is not Ali. */
const parts = new Set('abu abou abi umm um ould wald'.split(' '));
const honours = new Set('phd md esq jd mba obe cbe mbe kg qc kc sj op ofm'.split(' '));

/** Makes a person's name ready. @param text what `takeApart` gave */
export function personName(text: string): PersonName {
  const [first = '', ...rest] = text.split(/\s*[,،，]\s*/u).filter((part) => part !== '');
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
  const fromWadeGiles = words.length <= 4 && words.some((word) => wadeGiles.test(word.text));
  if (fromWadeGiles) {
    words = words.map((word) =>
      word.text.length > 1 ? { ...word, text: asPinyin(word.text) } : word,
    );
  }
  return { words: namesIn(words), all: words, ordered, generation, fromWadeGiles };
}

/** What only the Wade-Giles romanisation of Chinese has. */
const wadeGiles =
  /^(?:hs[aeiou]|ts[eu]|tz[eu])|^[a-z]{1,2}ung$|^[a-z]{1,3}ieh$|^[a-z]{0,2}[^aeious]ien$/;

function withoutTitles(words: readonly Word[]): Word[] {
  let at = 0;
  while (at < words.length - 1 && anyTitle.has(words[at]?.text ?? '')) at += 1;
  return words.slice(at);
}

function namesIn(words: readonly Word[]): PersonWord[] {
  const made: PersonWord[] = [];
  const plain = words.filter((word) => !isParticle(word)).length;
  words.forEach((word, at) => {
    const initial =
      word.script !== 'han' &&
      ((word.text.length === 1 &&
        (word.stopped || word.raw !== word.raw.toLowerCase() || !isParticle(word))) ||
        (word.stopped && word.text.length === 2 && word.script === 'other'));
    const stays =
      initial ||
      !isParticle(word) ||
      at === words.length - 1 ||
      (at === 0 && plain <= 1 && names.has(word.text)) ||
      plain === 0;
    if (stays) made.push({ ...word, initial, at });
  });
  return made;
}

const isParticle = (word: Word): boolean => particles.has(word.text) && !parts.has(word.text);

/** Parts a Chinese or Korean name, which is written without spaces, into surname and given name. */
function splitHan(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    if (word.script !== 'han' || words.length > 1) return [word];
    const characters = Array.from(simplify(word.raw));
    if (characters.length < 2 || characters.length > 4)
      return [{ ...word, raw: characters.join('') }];
    const length =
      doubleSurnames.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1;
    return [characters.slice(0, length), characters.slice(length)].map((some) => {
      const raw = some.join('');
      return { ...word, raw, text: foldName(raw).replaceAll(' ', '') };
    });
  });
}
