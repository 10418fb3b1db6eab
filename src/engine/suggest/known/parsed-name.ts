import { foldName } from '#shared/names/fold.ts';
import { nameParts, type NamePart } from '#shared/names/tokens.ts';
import type { KnownName, Script } from './known.ts';
import { isOrdinary } from './ordinary-words.ts';
import { gapBetween, scriptOf, type Gap } from './spelling.ts';
import { wordsOf, type Word } from './word-reader.ts';

/** A name taken apart into its words. */
export interface ParsedName {
  readonly known: KnownName;
  readonly words: readonly Word[];
  /** The words in Latin letters. */
  readonly latin: readonly string[];
  /** What part each word has in the name; in anything but a person's name, every one is `word`. */
  readonly parts: readonly NamePart[];
  /** What stands before each word; of the first one, `space`. */
  readonly gaps: readonly Gap[];
  readonly script: Script;
  /** Whether its words are all ordinary ones. */
  readonly isOrdinary: boolean;
}

export function parseName(known: KnownName): ParsedName {
  const { value } = known;
  const words = wordsOf(value);
  const latin = words.map(({ start, end }) => foldName(value.slice(start, end)));
  return {
    known,
    words,
    latin,
    parts: known.kind === 'person' ? nameParts(latin) : latin.map(() => 'word'),
    gaps: words.map(({ start }, index) => {
      const before = words[index - 1];
      return before === undefined ? 'space' : gapBetween(value, before.end, start);
    }),
    script: scriptOf(value),
    isOrdinary: isOrdinary(latin),
  };
}

/** A word as the name writes it. */
export function wordAt({ known, words }: ParsedName, index: number): string {
  const word = words[index];
  return word === undefined ? '' : known.value.slice(word.start, word.end);
}
