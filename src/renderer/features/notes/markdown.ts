import { Marked, type MarkedToken, type Token, type Tokens } from 'marked';
import { citationPattern } from '#contract/note.ts';

/** A citation of a passage within a note. */
export interface CitationToken extends Tokens.Generic {
  type: 'citation';
  raw: string;
  passage: string;
}

export function isCitation(token: Token): token is CitationToken {
  return token.type === 'citation' && 'passage' in token && typeof token['passage'] === 'string';
}

const marked = new Marked({
  gfm: true,
  breaks: true,
  extensions: [
    {
      name: 'citation',
      level: 'inline',
      start: (text) => text.indexOf('[[passage:'),
      tokenizer(text) {
        const found = new RegExp(`^${citationPattern.source}`).exec(text);
        return found === null
          ? undefined
          : { type: 'citation', raw: found[0], passage: found[1] ?? '' };
      },
    },
  ],
});

/** A note's text as Markdown (GitHub's), read and never turned into HTML: `Markdown` draws the parts itself. */
export function markdownOf(body: string): Token[] {
  return marked.lexer(body);
}

/** Ids of the passages that a note's text cites, each once, in their order. */
export function citedIn(body: string): string[] {
  return [...new Set(Array.from(body.matchAll(citationPattern), ([, id]) => id ?? ''))];
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** Text with the character references that people write in Markdown as what they stand for. */
export function plainText(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
    (whole, ten, hex, name) => {
      if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
      const code = typeof ten === 'string' ? Number(ten) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole;
    },
  );
}

/** Whether a part of a note is of a sort, which tells the checker what it holds. */
export function isA<T extends MarkedToken['type']>(
  token: Token,
  type: T,
): token is Extract<MarkedToken, { type: T }> {
  return token.type === type;
}
