import type { EntityKind } from '#contract/vocabulary.ts';
import { wordsOf, type Word } from './name-parts.ts';
import { numberOf } from './number-words.ts';
import {
  emptyWords,
  legalAtEnd,
  legalForms,
  legalPhrases,
  meaningOf,
} from './organization-words.ts';

/** A word of a name that is not a person's. */
export interface TitleWord extends Word {
  /** What it means in whichever language, or the word itself. */
  readonly concept: string;
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
  const written = wordsOf(place, true);
  const folded = written.map((word) => word.text).join(' ');
  const phrase = new Set((folded.match(legalPhrases) ?? []).flatMap((found) => found.split(' ')));
  const isLegal = (word: Word, at: number): boolean =>
    kind !== 'location' &&
    (phrase.has(word.text) ||
      legalForms.has(word.text) ||
      (legalAtEnd.has(word.text) && at > 0 && at >= written.length - 2));
  const telling = written.filter((word, at) => !isLegal(word, at));
  const kept = telling.filter(({ text: word }) => !emptyWords.has(word));
  const words = (kept.length > 0 ? kept : telling.length > 0 ? telling : written).map((word) =>
    titleWord(word, kind),
  );
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

function titleWord(word: Word, kind: EntityKind): TitleWord {
  const number = numberOf(word.text);
  const meaning = number === undefined ? meaningOf(word.text) : undefined;
  const concept = number === undefined ? (meaning?.concept ?? word.text) : `#${number}`;
  // A place is often called with its state or without.
  const light = kind === 'location' && concept === 'state' ? 0.2 : undefined;
  const weight = light ?? meaning?.weight ?? (word.text.length === 1 ? 0.5 : 1);
  return { ...word, concept, weight, number, meant: meaning !== undefined };
}
