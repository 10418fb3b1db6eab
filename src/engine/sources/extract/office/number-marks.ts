const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** How the numbers of lists and notes are written. */
export type NumberStyle =
  | 'decimal'
  | 'decimalZero'
  | 'lowerLetter'
  | 'upperLetter'
  | 'lowerRoman'
  | 'upperRoman'
  | 'symbols'
  | 'none';

/** A number as the mark of a list item or a note. Beyond what a style can write, in digits. */
export function numberMark(value: number, style: NumberStyle): string {
  const whole = Math.trunc(value);
  switch (style) {
    case 'none':
      return '';
    case 'decimalZero':
      return whole >= 0 && whole < 10 ? `0${whole}` : String(whole);
    case 'lowerLetter':
      return letters(whole);
    case 'upperLetter':
      return letters(whole).toUpperCase();
    case 'lowerRoman':
      return roman(whole);
    case 'upperRoman':
      return roman(whole).toUpperCase();
    case 'symbols':
      return symbols(whole);
    case 'decimal':
      return String(whole);
  }
}

/** a to z, then aa, bb, as word processors count. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 20) return String(value);
  const letter = String.fromCodePoint(0x61 + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, mark] of ROMAN) {
    while (rest >= worth) {
      text += mark;
      rest -= worth;
    }
  }
  return text;
}

/** Asterisk, dagger, double dagger, section sign, then doubled. */
function symbols(value: number): string {
  if (value < 1 || value > 40) return String(value);
  return ('*†‡§'[(value - 1) % 4] ?? '*').repeat(Math.ceil(value / 4));
}
