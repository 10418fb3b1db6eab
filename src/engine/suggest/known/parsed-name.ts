import { foldName } from '#shared/names/fold.ts';
import { articles, particles } from '#shared/names/particles.ts';
import { nameParts, type NamePart } from '#shared/names/tokens.ts';
import type { KnownName, Script } from './known.ts';
import { isOrdinary } from './ordinary-words.ts';
import { capitalsOf, gapBetween, scriptOf, type Capitals, type Gap } from './spelling.ts';
import { wholeOf, type Variant } from './variant.ts';
import { wordsOf, type Word } from './word-reader.ts';

/** One word of a name, with all that a passage is held against. */
export interface NameWord extends Word {
  /** In Latin letters. */
  readonly latin: string;
  /** In anything but a person's name, `word`. */
  readonly part: NamePart;
  /** What stands before it; of the first one, `space`. */
  readonly gap: Gap;
  readonly capitals: Capitals;
  /** A particle or an article. */
  readonly isLittle: boolean;
}

/**
 * A name taken apart into its words. What the matcher asks for stands in as few objects as can be: there are more names
 * than a processor's cache has room for, so that each object costs more than what is done with it.
 */
export interface ParsedName extends KnownName {
  readonly words: readonly NameWord[];
  /** The writing that has all of its words. */
  readonly whole: Variant;
  readonly script: Script;
  /** Whether its words are all ordinary ones. */
  readonly isOrdinary: boolean;
}

export function parseName({ entityId, kind, nameId, nameKind, value }: KnownName): ParsedName {
  const words = wordsOf(value);
  const latin = words.map(({ start, end }) => foldName(value.slice(start, end)));
  const parts = kind === 'person' ? nameParts(latin) : [];
  return {
    entityId,
    kind,
    nameId,
    nameKind,
    value,
    words: words.map(({ folded, start, end }, index) => {
      const word = latin[index] ?? '';
      const before = words[index - 1];
      return {
        folded,
        start,
        end,
        latin: word === folded ? folded : word,
        part: parts[index] ?? 'word',
        gap: before === undefined ? 'space' : gapBetween(value, before.end, start),
        capitals: capitalsOf(value.slice(start, end)),
        isLittle: isLittle(word),
      };
    }),
    whole: wholeOf(words.length),
    script: scriptOf(value),
    isOrdinary: isOrdinary(latin),
  };
}

/** A word as the name writes it. */
export function wordAt({ value, words }: ParsedName, index: number): string {
  const word = words[index];
  return word === undefined ? '' : value.slice(word.start, word.end);
}

/** A word of a name in Latin letters, folded. */
export function latinAt({ words }: ParsedName, index: number): string {
  return words[index]?.latin ?? '';
}

/** Whether a folded word is a particle or an article, which tells nothing of a name. */
export function isLittle(folded: string): boolean {
  return particles.has(folded) || articles.has(folded);
}
