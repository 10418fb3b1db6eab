import type { EntityKind } from '#contract/vocabulary.ts';
import { foldName } from '#shared/names/fold.ts';
import { simplify } from './han-script.ts';
import { wordsOf, type Word } from './name-parts.ts';
import { numberOf } from './number-words.ts';
import {
  emptyWords,
  legalAtEnd,
  legalForms,
  legalPhrases,
  meaningsOf,
} from './organization-words.ts';

/** A word of a name that is not a person's. */
export interface TitleWord extends Word {
  /** What it means in whichever language, or the word itself. */
  readonly concept: string;
  /** All that it may mean. */
  readonly concepts: readonly string[];
  /** How much it tells: 1 a word of its own, little for one that many have. */
  readonly weight: number;
  readonly number: number | undefined;
  /** The word is known, in whichever language. */
  readonly meant: boolean;
}

/** The name of an organization, a place, an event or an object, made ready for comparing. */
export interface OrganizationName {
  readonly kind: EntityKind;
  /** What tells the name from others. */
  readonly words: readonly TitleWord[];
  /** All words in order, those that tell nothing too. */
  readonly all: readonly Word[];
  readonly legal: readonly string[];
  /** Of a place: what stands after commas, where it lies. */
  readonly within: readonly TitleWord[];
}

/** Makes a name ready. @param text what `takeApart` gave */
export function organizationName(text: string, kind: EntityKind): OrganizationName {
  const [place = '', ...rest] = kind === 'location' ? text.split(/\s*[,،，]\s*/u) : [text];
  const written = wordsOf(asOneWord(place), true).flatMap(partsOfHan);
  const folded = written.map((word) => word.text).join(' ');
  const phrase = new Set((folded.match(legalPhrases) ?? []).flatMap((found) => found.split(' ')));
  const isLegal = (word: Word, at: number): boolean =>
    kind !== 'location' &&
    (phrase.has(word.text) ||
      legalForms.has(word.text) ||
      (legalAtEnd.has(word.text) &&
        ((at > 0 && at >= written.length - 2) ||
          (at === 0 && word.text === 'ao' && word.script === 'other'))));
  const telling = written.filter((word, at) => !isLegal(word, at));
  const kept = telling.filter(({ text: word }) => !emptyWords.has(word));
  const made = (kept.length > 0 ? kept : telling.length > 0 ? telling : written).map((word) =>
    titleWord(word, kind),
  );
  const words = shortOnesLighter(made);
  return {
    kind,
    words,
    all: written,
    legal: kept.length > 0 ? written.filter(isLegal).map((word) => word.text) : [],
    within: rest.flatMap((part) =>
      wordsOf(part, true)
        .filter(({ text: word }) => !emptyWords.has(word))
        .map((word) => titleWord(word, kind)),
    ),
  };
}

const oneWord: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:estados unidos(?: de am[eé]rica)?|united states(?: of america)?|ee\.? ?uu\.?|u\.s\.a?\.)(?![\p{L}])/giu,
    'USA',
  ],
  [/\b(?:reino unido|united kingdom)\b/giu, 'UK'],
  // Every ministry of Venezuela is one "of the people's power", which tells none from another.
  [/\bdel poder popular(?: para(?: el| la| los| las)?)?\b/giu, 'de'],
  [/\bself[- ]defen[cs]e\b/giu, 'autodefensa'],
];

/** Names of several words that many languages shorten. */
const asOneWord = (text: string): string =>
  oneWord.reduce((changed, [pattern, word]) => changed.replaceAll(pattern, word), text);

/** Words of Chinese names of bodies, which are written without spaces, as what they mean. */
const chinese: Readonly<Record<string, string>> = {
  中国: 'china',
  银行: 'bank',
  公司: 'company',
  有限: 'ltd',
  股份: 'ltd',
  集团: 'group',
  大学: 'university',
  国家: 'national',
  人民: 'people',
  石油: 'oil',
  北京: 'beijing',
  上海: 'shanghai',
  国际: 'international',
  电力: 'electric',
  建设: 'construction',
  技术: 'technology',
  科技: 'technology',
  航空: 'airline',
  委员会: 'commission',
  中央: 'central',
};
const chineseWords = new RegExp(Object.keys(chinese).join('|'), 'gu');

function partsOfHan(word: Word): Word[] {
  if (word.script !== 'han' || !/\p{Script=Han}/u.test(word.raw)) return [word];
  const marked = simplify(word.raw).replaceAll(chineseWords, (found) => ` ${found} `);
  return marked
    .trim()
    .split(/\s+/u)
    .map((raw) => {
      const meaning = chinese[raw];
      return meaning === undefined
        ? { ...word, raw, text: foldName(raw).replaceAll(' ', '') }
        : { ...word, raw, text: meaning, script: 'other' };
    });
}

/** Short capitals beside a word of its own are a holding or a form of company as often as not: CVG Minerven. */
function shortOnesLighter(words: readonly TitleWord[]): TitleWord[] {
  const isShort = ({ raw, text, weight, number }: TitleWord): boolean =>
    weight === 1 && text.length <= 3 && number === undefined && raw === raw.toUpperCase();
  const hasLong = words.some((word) => word.weight === 1 && word.text.length > 4 && !isShort(word));
  return words.map((word) => (hasLong && isShort(word) ? { ...word, weight: 0.35 } : word));
}

function titleWord(word: Word, kind: EntityKind): TitleWord {
  const number = numberOf(word.text);
  const known = number === undefined ? meaningsOf(word.text) : [];
  const [meaning] = known;
  const concept = number === undefined ? (meaning?.concept ?? word.text) : `#${number}`;
  // A place is often called with its state or without.
  const light = kind === 'location' && concept === 'state' ? 0.2 : undefined;
  const weight = light ?? meaning?.weight ?? (word.text.length === 1 ? 0.5 : 1);
  const concepts = known.length > 1 ? known.map((one) => one.concept) : [concept];
  return { ...word, concept, concepts, weight, number, meant: meaning !== undefined };
}
