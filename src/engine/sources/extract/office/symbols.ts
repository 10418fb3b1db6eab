import { codePoint } from 'dingbat-to-unicode';

/** Fonts whose letters are pictures. */
const SYMBOL_FONTS = new Map([
  ['symbol', 'Symbol'],
  ['wingdings', 'Wingdings'],
  ['wingdings 2', 'Wingdings 2'],
  ['wingdings 3', 'Wingdings 3'],
  ['webdings', 'Webdings'],
]);

/** Whether a font has pictures in place of letters. */
export function isSymbolFont(font: string): boolean {
  return SYMBOL_FONTS.has(font.toLowerCase());
}

/**
 * The character that a symbol font shows for a code, which documents give as it is or from U+F000 on; U+FFFD where none is
 * known. By the tables of `dingbat-to-unicode`.
 */
export function symbolCharacter(font: string, code: number): string {
  const typeface = SYMBOL_FONTS.get(font.toLowerCase());
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (typeface === undefined) {
    return code > 0 && code <= 0x10ffff && plain === code ? String.fromCodePoint(code) : '\ufffd';
  }
  return codePoint(typeface, plain)?.string ?? '\ufffd';
}

/** The mark of a list: what symbol fonts draw is told, what cannot be told is a bullet. */
export function bulletMark(text: string, font: string): string {
  const [mark = ''] = text.trim();
  if (mark === '') return '';
  const code = mark.codePointAt(0) ?? 0;
  if (code < 0xe000 || code > 0xf8ff) {
    return isSymbolFont(font) ? known(symbolCharacter(font, code)) : text.trim();
  }
  return known(symbolCharacter(font === '' ? 'Symbol' : font, code));
}

function known(mark: string): string {
  return mark === '\ufffd' ? '•' : mark;
}
