import type { PreparedName } from './compare.ts';
import { coarseNumber } from './keys.ts';
import { formalNames } from './hypocoristics.ts';
import { areAlike } from './likeness.ts';
import { traitsOf, type WordTraits } from './word-traits.ts';

interface ScreenedWord {
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

/**
 * Whether two names may match, told from their words alone: not when each has a word that is
 * like none of the other. It lets through too much rather than too little, and is many times faster than comparing.
 */
export function mayMatch(a: NameScreen | undefined, b: NameScreen | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const onlyA = unmatched(a, b);
  if (onlyA.length === 0) return true;
  const onlyB = unmatched(b, a);
  if (onlyB.length === 0) return true;
  for (const one of onlyA) {
    for (const other of onlyB) {
      if (areAlike(one.text, one.traits, other.text, other.traits)) return true;
    }
  }
  // One may write as one word what the other writes as two.
  return Math.abs(a.length - b.length) <= 1 && a.words.length !== b.words.length;
}

const nothing: readonly ScreenedWord[] = [];

function unmatched(name: NameScreen, other: NameScreen): readonly ScreenedWord[] {
  if (other.initials.length > 0) return nothing;
  const found: ScreenedWord[] = [];
  for (const word of name.words) {
    if (word.tells && !isIn(word, other)) found.push(word);
  }
  return found;
}

function isIn(word: ScreenedWord, name: NameScreen): boolean {
  for (const other of name.words) {
    for (const key of other.keys) if (word.keys.includes(key)) return true;
  }
  return false;
}
