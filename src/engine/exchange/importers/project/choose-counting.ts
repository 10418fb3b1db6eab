import {
  agreement,
  countingsOf,
  CountedText,
  standardCounting,
  type Counting,
  type MarkedStretch,
  type PlainFile,
} from './positions.ts';

/** A text with what is marked in it. */
export interface MarkedText {
  file: PlainFile;
  /** With its lines ended by `\n`. */
  text: string;
  stretches: readonly MarkedStretch[];
}

const keyOf = ({ unit, lineEnd, mark }: Counting) => `${unit} ${lineEnd} ${mark}`;

/**
 * Tells how the program that wrote a project counts. What the places in one text tell is taken before what those in the
 * others do, and only where neither tells is it as the standard has it.
 *
 * @param origin the program, as it says: ATLAS.ti counts the end of a line as one, however the file writes it
 * @returns for each text the way of counting, in the order given
 */
export function chooseCountings(texts: readonly MarkedText[], origin: string): Counting[] {
  const all = new Map<string, number>();
  const scores = texts.map(({ file, text, stretches }) => {
    const countings = countingsOf(file);
    // Most texts can be counted in one way only.
    if (countings.length === 1 || stretches.length === 0) return [];
    return countings.map((counting) => {
      const score = agreement(new CountedText(file, text, counting), stretches);
      return { counting, score };
    });
  });
  for (const { counting, score } of scores.flat()) {
    const key = keyOf(counting);
    all.set(key, (all.get(key) ?? 0) + score);
  }
  const usual = /atlas/i.test(origin) ? 1 : 'written';
  return scores.map((ways) => {
    let best: { counting: Counting; score: number } | undefined;
    for (const way of ways) {
      if (best === undefined || isBetter(way, best, all, usual)) best = way;
    }
    return best?.counting ?? standardCounting;
  });
}

function isBetter(
  one: { counting: Counting; score: number },
  other: { counting: Counting; score: number },
  all: ReadonlyMap<string, number>,
  usual: Counting['lineEnd'],
): boolean {
  if (one.score !== other.score) return one.score > other.score;
  const [ours, theirs] = [all.get(keyOf(one.counting)) ?? 0, all.get(keyOf(other.counting)) ?? 0];
  if (ours !== theirs) return ours > theirs;
  return one.counting.lineEnd === usual && other.counting.lineEnd !== usual;
}
