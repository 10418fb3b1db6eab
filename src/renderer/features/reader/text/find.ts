import type { Range } from './sentence.ts';

/** Where the letters with marks stand in Unicode: Latin, Greek, Cyrillic, and the extensions of the first two. */
const MARKED: readonly (readonly [number, number])[] = [
  [0xc0, 0x24f],
  [0x370, 0x4ff],
  [0x1e00, 0x1fff],
];

/** Letters with marks, by the plain letter they come from. Built once, when something is first looked for. */
let variants: Map<string, string> | undefined;

function variantsOf(letter: string): string {
  if (variants === undefined) {
    variants = new Map();
    for (const [first, last] of MARKED) {
      for (let unit = first; unit <= last; unit += 1) {
        const marked = String.fromCharCode(unit);
        const plain = plainLetter(marked);
        if (plain !== marked) variants.set(plain, (variants.get(plain) ?? '') + marked);
      }
    }
  }
  return variants.get(letter) ?? '';
}

/** The letter without its marks, in lower case; anything that is no letter of the scripts above as it is. */
function plainLetter(letter: string): string {
  const unit = letter.charCodeAt(0);
  if (!MARKED.some(([first, last]) => unit >= first && unit <= last)) return letter;
  const base = letter.normalize('NFD').replace(/\p{M}+/gu, '');
  return base.length === 1 ? base.toLowerCase() : letter;
}

function plainOf(text: string): string {
  return [...text.normalize('NFC').replace(/[\u0300-\u036F]/g, '')]
    .map((letter) => (/[A-Z]/.test(letter) ? letter.toLowerCase() : plainLetter(letter)))
    .join('');
}

/**
 * A pattern that finds `query` whatever its case and accents, and with any white space, a line's end too, where it has
 * some. Undefined when there is nothing to look for. It is matched against the text as it stands, so that offsets need
 * no mapping and no folded copy of a long text is kept.
 *
 * @param wholeWords only where no letter or digit adjoins it
 */
function findPattern(query: string, wholeWords = false): RegExp | undefined {
  const words = plainOf(query.trim())
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const pattern = words
    .map((word) =>
      [...word]
        .map((letter) => {
          const escaped = letter.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
          const body = variantsOf(letter) === '' ? escaped : `[${escaped}${variantsOf(letter)}]`;
          return /\p{L}/u.test(letter) ? String.raw`${body}\p{M}*` : body;
        })
        .join(''),
    )
    .join(String.raw`\s+`);
  const body = pattern.replaceAll(String.raw`\-`, '-');
  if (!wholeWords) return new RegExp(body, 'giu');
  // A query that begins or ends with a sign has no word there that could go on.
  const plain = words.join(' ');
  const before = /^[\p{L}\p{N}]/u.test(plain) ? String.raw`(?<![\p{L}\p{N}\p{M}])` : '';
  const after = /[\p{L}\p{N}]$/u.test(plain) ? String.raw`(?![\p{L}\p{N}\p{M}])` : '';
  return new RegExp(`${before}(?:${body})${after}`, 'giu');
}

/** Where `query` stands in `text`, in order. Offsets in UTF-16 code units. At most `limit` are found. */
export function findAll(text: string, query: string, limit = 10_000, wholeWords = false): Range[] {
  const pattern = findPattern(query, wholeWords);
  if (pattern === undefined) return [];
  const found: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ from: match.index, to: match.index + match[0].length });
    if (found.length === limit) break;
  }
  return found;
}
