/** Characters that control words stand for. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['bullet', '\u2022'],
  ['endash', '\u2013'],
  ['emdash', '\u2014'],
  ['enspace', '\u2002'],
  ['emspace', '\u2003'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
]);

/** And those that control symbols stand for. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['_', '-'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['\t', '\t'],
]);

/**
 * A date and time as RTF packs it into one number (Rich Text Format Specification 1.9.1, "Track Changes"), in the form
 * of ISO 8601 without a zone; empty for none.
 */
export function packedDate(packed: number): string {
  const minute = packed & 0x3f;
  const hour = (packed >>> 6) & 0x1f;
  const day = (packed >>> 11) & 0x1f;
  const month = (packed >>> 16) & 0x0f;
  const year = ((packed >>> 20) & 0x1ff) + 1900;
  const said = day > 0 && month > 0 && month <= 12 && hour < 24 && minute < 60;
  return said ? isoDate(year, month, day, hour, minute) : '';
}

export function isoDate(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
