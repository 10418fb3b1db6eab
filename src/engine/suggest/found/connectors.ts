import { phraseSet } from './words/word-set.ts';
import type { Token } from './token.ts';

/** Small words, folded, that stand inside names: what each sort of them tells. */
const sorts = {
  /** Spanish, Portuguese, French and Italian "of": in names of every kind. */
  of: phraseSet(
    'de, del, de la, de las, de los, de el, de l, da, do, dos, das, di, du, des, della, d',
  ),
  /** English "of" and its like: in names of organizations and places. */
  english: phraseSet('of, of the, for, for the, on, against, against the'),
  /** Spanish and Portuguese "for" and "against": in names of organizations. */
  for: phraseSet(
    'por, por la, por el, para, para la, para el, para los, para las, contra la, contra el, pela, pelo, sin, a la, al',
  ),
  and: phraseSet('y, e, and, y de, y de la, y del'),
  /** Before family names: Dutch, German, Arabic. */
  family: phraseSet(
    'van, van der, van den, van de, von, von der, der, den, ter, ten, bin, ibn, bint, ben, ould, al, el, zu, af, abu',
  ),
} as const;

export type ConnectorSort = keyof typeof sorts;

export interface Connector {
  readonly sort: ConnectorSort;
  /** The small words together, folded. */
  readonly phrase: string;
  readonly length: number;
}

/** The small words between two words of a name that begin at a position; undefined when none fit. */
export function connectorAt(
  tokens: readonly Token[],
  at: number,
  isNameWord: (at: number) => boolean,
): Connector | undefined {
  let phrase = '';
  for (let length = 1; length <= 3; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined || token.shape !== 'lower' || !isPlainGap(token.gap)) return undefined;
    phrase = phrase === '' ? token.folded : `${phrase} ${token.folded}`;
    const next = tokens[at + length];
    if (next === undefined || !isPlainGap(next.gap)) return undefined;
    if (isNameWord(at + length)) {
      const sort = sortOf(phrase);
      return sort === undefined ? undefined : { sort, phrase, length };
    }
  }
  return undefined;
}

function sortOf(phrase: string): ConnectorSort | undefined {
  if (sorts.of.has(phrase)) return 'of';
  if (sorts.english.has(phrase)) return 'english';
  if (sorts.family.has(phrase) && phrase !== 'al') return 'family';
  if (sorts.for.has(phrase)) return 'for';
  return sorts.and.has(phrase) ? 'and' : undefined;
}

export function isPlainGap(gap: string): boolean {
  return gap === ' ' || gap === '\u00A0' || gap === '\n' || gap === '  ';
}
