import type { Range } from './sentence.ts';

/** How far into a stretch of white space is looked at once. Longer runs are walked in steps of this many code units. */
const STEP = 256;

/**
 * A selection without the white space at its ends, which a drag or a double click picks up and nobody means to quote.
 * Undefined when nothing is left. Offsets in UTF-16 code units.
 *
 * @param slice reads the text between two offsets
 */
export function trimmed(
  selection: Range,
  slice: (from: number, to: number) => string,
): Range | undefined {
  let { from, to } = selection;
  while (from < to) {
    const piece = slice(from, Math.min(to, from + STEP));
    const body = piece.trimStart();
    from += piece.length - body.length;
    if (body !== '') break;
  }
  while (to > from) {
    const piece = slice(Math.max(from, to - STEP), to);
    const body = piece.trimEnd();
    to -= piece.length - body.length;
    if (body !== '') break;
  }
  return from < to ? { from, to } : undefined;
}
