import { bodySize, topOf, type Fragment } from './fragment.ts';

/** A stretch across a page, between two distances from its left. */
type Gap = readonly [left: number, right: number];

/** Text of a page from one height to another, and the gaps that run through all of it, with text on both sides. */
export interface Band {
  readonly fragments: readonly Fragment[];
  readonly gutters: readonly Gap[];
}

/** Of the letters' size: a narrower gap is one between words. */
const NARROWEST = 0.7;

/** Of the letters' size: where nothing stands for so far downwards, something else begins. */
const BREAK = 2.5;

/** Pieces on each side of a gap from which on it counts as a gap between columns or cells. */
const LIVE = 2;

/**
 * Divides text at the heights where a gap that ran downwards between its pieces ends: at a title over columns, a paragraph
 * between tables. From the top downwards; each piece takes away from the gaps what it covers.
 */
export function bandsOf(fragments: readonly Fragment[]): Band[] {
  const narrowest = bodySize(fragments) * NARROWEST;
  const whole: Gap = [
    fragments.reduce((least, { left }) => Math.min(least, left), Infinity),
    fragments.reduce((most, { right }) => Math.max(most, right), -Infinity),
  ];
  const bands: Band[] = [];
  let band: Fragment[] = [];
  let gaps: readonly Gap[] = [whole];
  let lowest = -Infinity;
  const close = (kept: readonly Fragment[], next: Fragment[]): void => {
    if (kept.length > 0) {
      bands.push(bandOf(kept, whole, narrowest));
    }
    band = next;
    gaps = next.reduce((left, one) => without(left, one, narrowest), [whole]);
  };
  for (const fragment of fragments.toSorted((a, b) => topOf(a) - topOf(b) || a.left - b.left)) {
    if (topOf(fragment) - lowest > fragment.size * BREAK) {
      close(band, []);
    }
    let rest = without(gaps, fragment, narrowest);
    if (gaps.some((gap) => isCovered(gap, rest) && isLive(gap, band))) {
      const beside = band.filter((one) => one.baseline > fragment.baseline - fragment.size * 0.5);
      close(
        band.filter((one) => !beside.includes(one)),
        beside,
      );
      rest = without(gaps, fragment, narrowest);
    }
    gaps = rest;
    band.push(fragment);
    lowest = Math.max(lowest, fragment.baseline);
  }
  close(band, []);
  return bands;
}

function bandOf(fragments: readonly Fragment[], whole: Gap, narrowest: number): Band {
  const gaps = fragments.reduce<readonly Gap[]>(
    (left, one) => without(left, one, narrowest),
    [whole],
  );
  const gutters = gaps.filter(
    ([left, right]) =>
      fragments.some((one) => one.right <= left) && fragments.some((one) => one.left >= right),
  );
  return { fragments, gutters: gutters.toSorted(([one], [other]) => one - other) };
}

/** What a piece of text leaves of gaps. */
function without(gaps: readonly Gap[], { left, right }: Fragment, narrowest: number): Gap[] {
  const rest: Gap[] = [];
  for (const gap of gaps) {
    if (left >= gap[1] || right <= gap[0]) {
      rest.push(gap);
    } else {
      if (left - gap[0] >= narrowest) rest.push([gap[0], left]);
      if (gap[1] - right >= narrowest) rest.push([right, gap[1]]);
    }
  }
  return rest;
}

function isCovered([left, right]: Gap, rest: readonly Gap[]): boolean {
  return !rest.some((gap) => gap[0] < right && gap[1] > left);
}

function isLive([left, right]: Gap, band: readonly Fragment[]): boolean {
  let before = 0;
  let after = 0;
  for (const one of band) {
    before += one.right <= left ? 1 : 0;
    after += one.left >= right ? 1 : 0;
    if (before >= LIVE && after >= LIVE) {
      return true;
    }
  }
  return false;
}
