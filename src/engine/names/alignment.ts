import type { Likeness } from './likeness.ts';

/** Two words that stand for each other. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: Likeness;
}

export interface Alignment {
  readonly pairs: readonly Pair[];
  /** By how many words the second name had to be turned, as when its surname stands first. */
  readonly turn: number;
  readonly worth: number;
}

/**
 * Lays one name beside another so that the words that stand for each other are worth most, in order (global alignment
 * after Needleman and Wunsch, 1970), with the second name turned as a ring as far as `turns` allows: "Guerrero Flores
 * Héctor" is "Héctor Guerrero Flores" turned.
 */
export function align(
  rows: number,
  columns: number,
  likeness: (a: number, b: number) => Likeness,
  turns: boolean,
): Alignment {
  const likenesses: Likeness[] = [];
  for (let a = 0; a < rows; a += 1) {
    for (let b = 0; b < columns; b += 1) likenesses.push(likeness(a, b));
  }
  let best: Alignment = { pairs: [], turn: 0, worth: 0 };
  for (let turn = 0; turn < (turns ? columns : 1); turn += 1) {
    const found = inOrder(rows, columns, likenesses, turn);
    // A turned name has to be better, not as good.
    if (found.worth > best.worth + (turn === 0 ? 0 : 0.2)) best = found;
    if (turn === 0 && found.worth >= Math.min(rows, columns) - 0.1) break;
  }
  return best;
}

/** A table for names of ordinary length, kept so that comparing many makes no garbage. */
const kept = new Float64Array(128);

function inOrder(
  rows: number,
  columns: number,
  likenesses: readonly Likeness[],
  turn: number,
): Alignment {
  const width = columns + 1;
  const cells = (rows + 1) * width;
  const worth = cells > kept.length ? new Float64Array(cells) : kept.fill(0, 0, cells);
  const at = (a: number, b: number): Likeness | undefined =>
    likenesses[a * columns + ((b + turn) % columns)];
  for (let a = rows - 1; a >= 0; a -= 1) {
    for (let b = columns - 1; b >= 0; b -= 1) {
      const paired = at(a, b)?.worth ?? 0;
      worth[a * width + b] = Math.max(
        worth[(a + 1) * width + b] ?? 0,
        worth[a * width + b + 1] ?? 0,
        paired > 0 ? paired + (worth[(a + 1) * width + b + 1] ?? 0) : 0,
      );
    }
  }
  const pairs: Pair[] = [];
  let a = 0;
  let b = 0;
  while (a < rows && b < columns) {
    const here = worth[a * width + b] ?? 0;
    const likeness = at(a, b);
    if (
      likeness !== undefined &&
      likeness.worth > 0 &&
      Math.abs(here - likeness.worth - (worth[(a + 1) * width + b + 1] ?? 0)) < 1e-9
    ) {
      pairs.push({ a, b, likeness });
      a += 1;
      b += 1;
    } else if ((worth[(a + 1) * width + b] ?? 0) >= here) a += 1;
    else b += 1;
  }
  return { pairs, turn, worth: worth[0] ?? 0 };
}
