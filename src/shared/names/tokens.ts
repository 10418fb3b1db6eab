import { particles } from './particles.ts';
import { anyTitle, nameSuffixes } from './titles.ts';

/** A word of a folded name, and its part in the name. */
export interface NameToken {
  readonly text: string;
  /** Where it begins in the folded name. */
  readonly at: number;
  readonly kind:
    | 'word'
    /** A single letter that stands for a name. */
    | 'initial'
    /** Before a surname: de, van, al. */
    | 'particle'
    /** Before the whole name: Dr, Gral. Only at its beginning. */
    | 'title'
    /** After the whole name: Jr, III. Only at its end. */
    | 'suffix';
}

/**
 * The words of a person's name. A name keeps at least one word: what would be a title, particle or suffix is one when
 * nothing else is left ("Al", "Santa", "Rey").
 *
 * @param folded what `foldName` gave
 */
export function nameTokens(folded: string): NameToken[] {
  const tokens: NameToken[] = [];
  let at = 0;
  for (const text of folded.split(' ')) {
    if (text !== '') tokens.push({ text, at, kind: plainKind(text) });
    at += text.length + 1;
  }
  const isNamed = (from: number, to: number): boolean =>
    tokens.slice(from, to).some(({ kind }) => kind === 'word');
  let first = 0;
  let last = tokens.length;
  while (anyTitle.has(tokens[first]?.text ?? '') && isNamed(first + 1, last)) {
    mark(tokens, first, 'title');
    first += 1;
  }
  while (nameSuffixes.has(tokens[last - 1]?.text ?? '') && isNamed(first, last - 1)) {
    last -= 1;
    mark(tokens, last, 'suffix');
  }
  if (!isNamed(first, last)) {
    for (let index = first; index < last; index += 1) {
      if (tokens[index]?.kind === 'particle') mark(tokens, index, 'word');
    }
  }
  return tokens;
}

function plainKind(text: string): NameToken['kind'] {
  if (particles.has(text)) return 'particle';
  return /^[a-z]$/.test(text) ? 'initial' : 'word';
}

function mark(tokens: NameToken[], index: number, kind: NameToken['kind']): void {
  const token = tokens[index];
  if (token !== undefined) tokens[index] = { ...token, kind };
}
