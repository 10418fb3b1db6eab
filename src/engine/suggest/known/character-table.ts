import { foldLetter } from '#shared/names/letters.ts';

/** What the table says of a UTF-16 unit that is not simply one folded letter: all below any letter or digit. */
export const separator = 0;
/** Left out of a word: marks, soft hyphens, joiners, tatweel. */
export const ignored = 1;
export const apostrophe = 2;
/** A unit that folds to several letters, or is half of a character. */
export const special = 3;
/** A word of its own. */
export const ideograph = 4;
/** The units above this are folded letters. */
export const lastClass = 4;

/** The folded letters of one code point, none for what is no letter. */
export function foldedLetters(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  if (numberSign.test(character)) return '';
  if (latinOrDigit.test(character)) {
    const folded = foldLetter(codePoint);
    return folded.kind === 'letters' ? folded.latin : '';
  }
  let letters = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (letter.test(part)) letters += sameLetter[part] ?? part;
  }
  return letters;
}

const letter = /^(?!\p{Lm})\p{L}$/u;
const latinOrDigit = /^[\p{Script=Latin}\p{Nd}]$/u;
/** Superscripts, circled and fractional numbers: in a text they are marks of footnotes, not parts of words. */
const numberSign = /^[\p{No}\p{Nl}]$/u;
const apostrophes = /^['’‘‛ʼʻʽʾʿ`´′＇]$/u;
const leftOut = /^[\p{M}\p{Cf}\p{Lm}]$/u;
const ideographs = /^(?!\p{Lm})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** Letters that writers of Arabic, Persian and Greek take one for the other. */
const sameLetter: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ς: 'σ',
};

function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit += 1) table[unit] = entryOf(unit);
  return table;
}

function entryOf(unit: number): number {
  if (unit >= 0x3400 && unit <= 0x9fff) return ideograph;
  if (unit >= 0xd800 && unit <= 0xdfff) return special;
  if (unit >= 0xe000 && unit <= 0xf8ff) return separator;
  const character = String.fromCharCode(unit);
  if (apostrophes.test(character)) return apostrophe;
  if (leftOut.test(character)) return ignored;
  if (ideographs.test(character)) return ideograph;
  const letters = foldedLetters(unit);
  if (letters.length > 1) return special;
  return letters === '' ? separator : letters.charCodeAt(0);
}

/**
 * For each UTF-16 unit the letter it folds to, or its class. Letters are folded within their script: case, accents and
 * compatibility forms go; Latin becomes ASCII; forms of one Arabic letter become one. Other scripts stay what they
 * are, so that a name in its own script is found exactly; for names in another script see `cross-script.ts`.
 */
export const foldTable: Uint16Array = makeTable();
