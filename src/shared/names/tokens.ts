import { particles } from './particles.ts';
import { anyTitle, nameSuffixes } from './titles.ts';

/** What part a word has in a person's name. */
export type NamePart =
  | 'word'
  /** A single letter that stands for a name. */
  | 'initial'
  /** Before a surname: de, van, al. */
  | 'particle'
  /** Before the whole name: Dr, Gral. Only at its beginning. */
  | 'title'
  /** After the whole name: Jr, III. Only at its end. */
  | 'suffix';

/** A word of a folded name, and its part in the name. */
export interface NameToken {
  readonly text: string;
  /** Where it begins in the folded name. */
  readonly at: number;
  readonly kind: NamePart;
}

/**
 * The words of a person's name, each with its part in it (see `nameParts`).
 *
 * @param folded what `foldName` gave
 */
export function nameTokens(folded: string): NameToken[] {
  const words = folded.split(' ').filter((word) => word !== '');
  const parts = nameParts(words);
  const tokens: NameToken[] = [];
  let at = 0;
  for (const [index, text] of words.entries()) {
    tokens.push({ text, at, kind: parts[index] ?? 'word' });
    at += text.length + 1;
  }
  return tokens;
}

/**
 * The part that each word of a person's name has in it. A name keeps at least one word: what would be a title,
 * particle or suffix is one when nothing else is left ("Al", "Santa", "Rey").
 *
 * @param words folded
 */
export function nameParts(words: readonly string[]): NamePart[] {
  const parts = words.map(partAlone);
  const isNamed = (from: number, to: number): boolean => parts.slice(from, to).includes('word');
  let first = 0;
  let last = words.length;
  while (anyTitle.has(words[first] ?? '') && isNamed(first + 1, last)) {
    parts[first] = 'title';
    first += 1;
  }
  while (nameSuffixes.has(words[last - 1] ?? '') && isNamed(first, last - 1)) {
    last -= 1;
    parts[last] = 'suffix';
  }
  if (isNamed(first, last)) return parts;
  return parts.map((part) => (part === 'particle' ? 'word' : part));
}

function partAlone(word: string): NamePart {
  if (particles.has(word)) return 'particle';
  return /^[a-z]$/.test(word) ? 'initial' : 'word';
}
