/** Rows of the table for words of ordinary length, kept so that comparing many makes no garbage. */
const longest = 64;
const rowOf = (width: number): Uint16Array => new Uint16Array(width);
const kept: readonly [Uint16Array, Uint16Array, Uint16Array] = [
  rowOf(longest),
  rowOf(longest),
  rowOf(longest),
];

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours that turn one word
 * into the other, no part edited twice (L. Boytsov, Indexing methods for approximate dictionary searching, 2011, 2.2.3).
 *
 * @param limit gives up beyond it
 * @returns the distance, or `limit + 1` when it is greater
 */
export function spellingDistance(a: string, b: string, limit: number): number {
  const width = b.length + 1;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, above, row] = width <= longest ? kept : [rowOf(width), rowOf(width), rowOf(width)];
  for (let column = 0; column < width; column += 1) above[column] = column;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j < width; j += 1) {
      const same = letter === b.charCodeAt(j - 1);
      let cost = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}
