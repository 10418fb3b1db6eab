import { Marked, type MarkedToken, type Token, type Tokens } from 'marked';
import { citationPattern } from './citation.ts';

/** A citation of a passage within a text. */
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

/** How deep parts of a text may lie in one another: nobody writes more, and neither the parser nor a page stands any depth. */
const deepest = 40;
/** The longest text that is read as Markdown, in UTF-16 code units. */
const longest = 200_000;

/**
 * What an analyst wrote as Markdown (GitHub's), read and never turned into HTML: whoever shows or prints it draws the
 * parts itself. A text that no person wrote by hand, which may come in a package, stands as it is.
 */
export function markdownOf(body: string): Token[] {
  const asItIs = [{ type: 'text', raw: body, text: body }];
  if (body.length > longest) return asItIs;
  try {
    const tokens = marked.lexer(body);
    return isDeeper(tokens, deepest) ? asItIs : tokens;
  } catch (error) {
    if (error instanceof RangeError) return asItIs;
    throw error;
  }
}

function isDeeper(tokens: readonly Token[], depth: number): boolean {
  return tokens.some((token) => {
    const within = isA(token, 'list') ? token.items : 'tokens' in token ? (token.tokens ?? []) : [];
    return within.length > 0 && (depth === 0 || isDeeper(within, depth - 1));
  });
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

/** Whether a part of a text is of a sort, which tells the checker what it holds. */
export function isA<T extends MarkedToken['type']>(
  token: Token,
  type: T,
): token is Extract<MarkedToken, { type: T }> {
  return token.type === type;
}
