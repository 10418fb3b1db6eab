/*
 * Which words of a text are those of another, in the same order: the texts are held against each other by what stands in
 * both just once, as in Bram Cohen's "patience diff" (the longest rising sequence of the unique lines, then the same
 * between each two of them), but with runs of eight, four, two and one words in place of lines: a run is rarer than a
 * word, and one that is unique in both texts is hardly ever another passage. What is left between two anchors, when it is
 * small, is settled by the longest common subsequence.
 */

/** Words in a run that may anchor, tried in this order. */
const runLengths = [8, 4, 2, 1];

/** Pairs of words that are compared one by one, at most; stretches that are larger and have no anchor stay apart. */
const pairsCompared = 1_000_000;

/** Stands for a word that has no counterpart. */
export const none = -1;

interface Stretch {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  /** The place in `runLengths` of what is tried next. */
  readonly level: number;
}

/**
 * Aligns two sequences of words.
 *
 * @returns for each word of `a` the number of its counterpart in `b`, or {@link none}; counterparts rise
 */
export function align(a: Int32Array, b: Int32Array): Int32Array {
  const counterparts = new Int32Array(a.length).fill(none);
  const stack: Stretch[] = [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length, level: 0 }];
  for (let stretch = stack.pop(); stretch !== undefined; stretch = stack.pop()) {
    let { fromA, toA, fromB, toB } = stretch;
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
      counterparts[fromA] = fromB;
      fromA += 1;
      fromB += 1;
    }
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) {
      toA -= 1;
      toB -= 1;
      counterparts[toA] = toB;
    }
    if (fromA === toA || fromB === toB) continue;
    const rest = { fromA, toA, fromB, toB };
    const anchored = anchorsOf(a, b, { ...rest, level: stretch.level });
    if (anchored === null) {
      if ((toA - fromA) * (toB - fromB) <= pairsCompared) alignByPairs(a, b, rest, counterparts);
      continue;
    }
    const { anchors, level } = anchored;
    let beforeA = fromA;
    let beforeB = fromB;
    for (const [atA, atB] of [...anchors, [toA, toB] as const]) {
      // The run itself is found again as what the stretch before or after it has in common at its edge.
      if (atA > beforeA && atB > beforeB)
        stack.push({ fromA: beforeA, toA: atA, fromB: beforeB, toB: atB, level });
      if (atA === toA) break;
      counterparts[atA] = atB;
      beforeA = atA + 1;
      beforeB = atB + 1;
    }
  }
  return counterparts;
}

/** The runs that stand in both stretches just once, as many as stand in the same order; null when there are none. */
function anchorsOf(
  a: Int32Array,
  b: Int32Array,
  { fromA, toA, fromB, toB, level }: Stretch,
): { anchors: (readonly [number, number])[]; level: number } | null {
  for (let at = level; at < runLengths.length; at += 1) {
    const runs = new RunNumbers(runLengths[at] ?? 1);
    const inA = onceIn(runs.of(a, fromA, toA), fromA);
    const inB = onceIn(runs.of(b, fromB, toB), fromB);
    const pairs: (readonly [number, number])[] = [];
    for (const [run, atA] of inA) {
      const atB = inB.get(run);
      if (atA !== null && atB !== undefined && atB !== null) pairs.push([atA, atB]);
    }
    if (pairs.length > 0) return { anchors: longestRising(pairs), level: at };
  }
  return null;
}

/** Numbers runs of words; equal runs have the same number. */
class RunNumbers {
  readonly #doublings: Map<number, number>[];

  constructor(length: number) {
    this.#doublings = Array.from({ length: Math.log2(length) }, () => new Map<number, number>());
  }

  /** The numbers of the runs that begin at each word and lie within the stretch. */
  of(words: Int32Array, from: number, to: number): Int32Array {
    let runs = words.slice(from, to);
    let step = 1;
    for (const numbers of this.#doublings) {
      const longer = new Int32Array(Math.max(0, runs.length - step));
      for (let at = 0; at < longer.length; at += 1) {
        // A pair of numbers below 2^26 as one that is exact.
        const pair = (runs[at] ?? 0) * 67_108_864 + (runs[at + step] ?? 0);
        let number = numbers.get(pair);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(pair, number);
        }
        longer[at] = number;
      }
      runs = longer;
      step *= 2;
    }
    return runs;
  }
}

/** Where each run stands, null for one that stands there more than once; in the order of the text. */
function onceIn(runs: Int32Array, from: number): Map<number, number | null> {
  const places = new Map<number, number | null>();
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at] ?? 0;
    places.set(run, places.has(run) ? null : from + at);
  }
  return places;
}

/** The longest part of pairs, given by their first number, in which the second rises too (patience sorting). */
function longestRising(
  pairs: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [at, [, second]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? none : (tops[low - 1] ?? none);
    tops[low] = at;
  }
  const rising: (readonly [number, number])[] = [];
  for (let at = tops.at(-1) ?? none; at !== none; at = before[at] ?? none) {
    const pair = pairs[at];
    if (pair !== undefined) rising.push(pair);
  }
  return rising.toReversed();
}

/** The longest common subsequence of two small stretches, by the table of all pairs. */
function alignByPairs(
  a: Int32Array,
  b: Int32Array,
  { fromA, toA, fromB, toB }: Omit<Stretch, 'level'>,
  counterparts: Int32Array,
): void {
  const width = toB - fromB + 1;
  const lengths = new Uint32Array((toA - fromA + 1) * width);
  const of = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = toA - fromA - 1; i >= 0; i -= 1) {
    for (let j = toB - fromB - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[fromA + i] === b[fromB + j] ? of(i + 1, j + 1) + 1 : Math.max(of(i + 1, j), of(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < toA - fromA && j < toB - fromB) {
    if (a[fromA + i] === b[fromB + j]) {
      counterparts[fromA + i] = fromB + j;
      i += 1;
      j += 1;
    } else if (of(i + 1, j) >= of(i, j + 1)) i += 1;
    else j += 1;
  }
}
