import anyAscii from 'any-ascii';

/** What becomes of one character when a name is folded. */
export type FoldedLetter =
  /** Latin letters and digits in its place. */
  | { readonly kind: 'letters'; readonly latin: string }
  /** A letter that is a word of its own: scripts that put no spaces between words. */
  | { readonly kind: 'ideograph'; readonly latin: string }
  /** Left out, joining what is around it: marks, apostrophes, soft hyphens, hard signs. */
  | { readonly kind: 'nothing' }
  /** Between words: spaces, hyphens, all other punctuation and symbols. */
  | { readonly kind: 'space' };

/** What people type for an apostrophe, and the signs that stand for ayn and hamza in transliterations. */
const apostrophe = /^['’‘‛ʼʻʽʾʿˈ`´′＇]$/u;
const leftOut = /^[\p{M}\p{Cf}\p{Lm}\p{Sk}ـ]$/u;
const letterOrDigit = /^[\p{L}\p{N}]$/u;
const ideograph =
  /^(?!\p{Lm})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

/**
 * Letters written otherwise than the library would: Arabic alif is a long a, and alif maqsura ends a word as one; ayn
 * and hamza are no letters of ours. Cyrillic signs say nothing, and Greek is by ELOT 743.
 */
const own: Readonly<Record<string, string>> = {
  ا: 'a',
  ٱ: 'a',
  ى: 'a',
  ع: '',
  ء: '',
  ة: 'a',
  ь: '',
  ъ: '',
  є: 'ye',
  е: 'e',
  э: 'e',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ξ: 'x',
  θ: 'th',
  η: 'i',
  υ: 'y',
  ω: 'o',
};

const nothing: FoldedLetter = { kind: 'nothing' };
const space: FoldedLetter = { kind: 'space' };
const known = new Map<number, FoldedLetter>();

/**
 * Folds one code point: compatibility forms decomposed (NFKD), marks taken off, case folded, written in Latin letters.
 * Transliteration is by any-ascii but for the few letters above.
 */
export function foldLetter(codePoint: number): FoldedLetter {
  let folded = known.get(codePoint);
  if (folded === undefined) {
    folded = make(String.fromCodePoint(codePoint));
    known.set(codePoint, folded);
  }
  return folded;
}

function make(character: string): FoldedLetter {
  if (apostrophe.test(character) || leftOut.test(character)) return nothing;
  if (!letterOrDigit.test(character)) return space;
  if (ideograph.test(character)) return { kind: 'ideograph', latin: latinOf(character) };
  let latin = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (letterOrDigit.test(part) && !leftOut.test(part)) latin += own[part] ?? latinOf(part);
  }
  return latin === '' ? nothing : { kind: 'letters', latin };
}

function latinOf(character: string): string {
  return anyAscii(character)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
