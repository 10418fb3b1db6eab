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

/** By how much a way of counting must agree better than the usual one: a mark that ends within a word tells nothing yet. */
const margin = 3;

const keyOf = ({ unit, lineEnd, mark }: Counting) => `${unit} ${lineEnd} ${mark}`;

/**
 * Tells how the program that wrote a project counts. What the places in one text tell is taken before what those in the
 * others do, and where neither tells it is as the standard has it.
 *
 * @param origin the program, as it says: ATLAS.ti counts the end of a line as one, however the file writes it; this one
 *   counts as the standard does
 * @returns for each text the way of counting, in the order given
 */
export function chooseCountings(texts: readonly MarkedText[], origin: string): Counting[] {
  if (origin.startsWith('Legajo ')) return texts.map(() => standardCounting);
  const usual = /atlas/i.test(origin) ? 1 : 'written';
  const gained = new Map<string, number>();
  const found = texts.map(({ file, text, stretches }) => {
    const countings = countingsOf(file);
    const base =
      countings.find((one) => one.lineEnd === usual && one.unit === 'character' && !one.mark) ??
      standardCounting;
    // Most texts can be counted in one way only.
    if (countings.length === 1 || stretches.length === 0) return { base, ways: [] };
    const scoreOf = (counting: Counting) =>
      agreement(new CountedText(file, text, counting), stretches);
    const least = scoreOf(base);
    const ways = countings
      .filter((counting) => counting !== base)
      .map((counting) => ({ counting, gain: scoreOf(counting) - least }));
    for (const { counting, gain } of ways) {
      gained.set(keyOf(counting), (gained.get(keyOf(counting)) ?? 0) + gain);
    }
    return { base, ways };
  });
  return found.map(({ base, ways }) => {
    const inAll = ({ counting }: { counting: Counting }) => gained.get(keyOf(counting)) ?? 0;
    const better = ways
      .filter((way) => way.gain >= margin || (way.gain >= 0 && inAll(way) >= margin))
      .toSorted((a, b) => b.gain - a.gain || inAll(b) - inAll(a));
    return better[0]?.counting ?? base;
  });
}
