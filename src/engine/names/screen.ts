import type { PreparedName } from './compare.ts';
import { coarseNumber } from './keys.ts';
import { formalNames } from './hypocoristics.ts';
import { traitsOf, type WordTraits } from './word-traits.ts';

/** A word of a name as a screen has it. */
export interface ScreenedWord {
  readonly keys: readonly number[];
  readonly text: string;
  readonly traits: WordTraits;
  /** It is a word that names something by itself. */
  readonly tells: boolean;
}

/** What of a name is enough to see that most others are quite other names. */
export interface NameScreen {
  readonly words: readonly ScreenedWord[];
  readonly initials: readonly string[];
  /** Letters of all its words together. */
  readonly length: number;
}

/** The screen of a name, or undefined of one that gives other names beside, which has to be compared in full. */
export function screenOf({ names }: PreparedName): NameScreen | undefined {
  const [only] = names;
  if (only === undefined || names.length > 1) return undefined;
  if (only.sort === 'person') {
    const { words } = only.name;
    if (words.some(({ script }) => script === 'arabic')) return undefined;
    return {
      words: words
        .filter(({ initial }) => !initial)
        .map(({ text }) => screened(text, [...new Set(formalNames(text).map(coarseNumber))], true)),
      initials: words.flatMap(({ initial, text }) => (initial ? [text.charAt(0)] : [])),
      length: lengthOf(words),
    };
  }
  const { words } = only.name;
  if (words.length < 2 || words.some(({ script }) => script !== 'latin')) return undefined;
  return {
    words: words.map(({ text, concept, weight }) =>
      screened(text, [coarseNumber(concept)], weight === 1),
    ),
    initials: [],
    length: lengthOf(words),
  };
}

const screened = (text: string, keys: readonly number[], tells: boolean): ScreenedWord => ({
  keys,
  text,
  traits: traitsOf(text),
  tells,
});

const lengthOf = (words: readonly { readonly text: string }[]): number =>
  words.reduce((sum, { text }) => sum + text.length, 0);
