import { isLegalForm } from './chain.ts';
import { Clues } from './evidence.ts';
import type { Reason } from './found.ts';
import type { Reading } from './reading.ts';
import type { Token } from './token.ts';

/** One place where a name stands, while it is being judged. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  /** The words of the name, folded, without the small ones between them. */
  readonly words: readonly string[];
  readonly clues: Clues;
  /** What it is another name of, and why. */
  alias?: { readonly of: Occurrence; readonly sort: 'alias' | 'acronym'; readonly reason: Reason };
}

/** An occurrence of the tokens from one position up to, and without, another. */
export function occurrenceOf(reading: Reading, from: number, to: number): Occurrence {
  const words = reading.tokens.slice(from, to);
  const [first] = words;
  const last = words.at(-1);
  return {
    start: first?.start ?? 0,
    end: last === undefined ? 0 : endOf(reading.text, last),
    words: nameWords(words),
    clues: new Clues(),
  };
}

/** The words of a name that tell it from others. */
export function nameWords(words: readonly Token[]): string[] {
  const named = words.filter(({ shape }) => shape !== 'lower');
  return (named.length === 0 ? words : named).map(({ folded }) => folded);
}

const pointedForms = /^(?:inc|ltd|corp|co|ltda|bros|jr|sr)$/;

/** Where a name ends that ends with a word: the point of "S.A." and "Ltd." is part of it, that of a sentence is not. */
function endOf(text: string, last: Token): number {
  if (!last.pointed || last.possessive) return last.end;
  const isDotted = /^(?:\p{L}\.)+\p{L}$/u.test(last.text);
  if (isDotted || pointedForms.test(last.folded)) return last.end + 1;
  const goesOn = /^\. ?[\p{Ll},;)]/u.test(text.slice(last.end, last.end + 3));
  return isLegalForm(last) && goesOn ? last.end + 1 : last.end;
}
