/** Columns of a sheet that any program makes (Excel: XFD, from 2007; LibreOffice with its largest sheets). */
export const MOST_COLUMNS = 16_384;

/** UTF-16 code units of a name that stands before each cell of its column. */
const LONGEST_NAME = 200;

/** A name that is not so long that it would be most of the text. */
export function shortName(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

/** The letters of a column, counted from 0: A to Z, then AA, AB … */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** Row from 1 and column from 0 of a cell written as `B7`; null for what is none. */
export function placeOf(reference: string): { column: number; row: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,8})$/.exec(reference);
  if (match === null) {
    return null;
  }
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column > MOST_COLUMNS ? null : { column: column - 1, row: Number(digits) };
}
