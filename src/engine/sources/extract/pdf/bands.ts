import { bodySize, topOf, type Fragment } from './fragment.ts';
import { rowsOf } from './lines.ts';

/** A stretch across a page, between two distances from its left. */
type Gap = readonly [left: number, right: number];

/** Text of a page from one height to another, and the gaps that run through all of it, with text on both sides. */
export interface Band {
  /** As `rowsOf` gives them. */
  readonly rows: readonly (readonly Fragment[])[];
  readonly fragments: readonly Fragment[];
  readonly gutters: readonly Gap[];
}

/** A gap that runs downwards between pieces of text, through rows from one to another, both included. */
interface Channel {
  readonly gap: Gap;
  readonly from: number;
  to: number;
  /** Rows with text at its left and at its right. */
  before: number;
  after: number;
}

/** Of the letters' size: a narrower gap is one between words. */
const NARROWEST = 0.7;

/** Of the letters' size: where nothing stands for so far downwards, something else begins. */
const BREAK = 2.5;

/** The same, where the text on one side of a gap has ended: what follows is not beside it. */
const ONE_SIDED_BREAK = 1.6;

/** Of the size of most letters: a line in larger ones over some columns is the title of all of them. */
const TITLE = 1.15;

/** Rows with text on each side from which on a gap counts as one between columns or cells. */
const LEAST = 2;

/** Gaps that are followed at a time; a page of text has a few dozen. */
const MOST_CHANNELS = 400;

/** What a list has before its entries: they are read with them. */
const MARK = /^(?:[[(]?(?:\d{1,4}|[a-z]|[ivxlc]{1,6})[\]).]{1,2}|[•·▪◦‣●○■□–—*-])$/iu;
/** The same, where nothing stands before it. */
const FIRST_MARK = /^\d{1,3}$/;

export function isMark({ runs, length }: Fragment, isFirst: boolean): boolean {
  const text =
    length <= 8
      ? runs
          .map((run) => run.text)
          .join('')
          .trim()
      : '';
  return MARK.test(text) || (isFirst && FIRST_MARK.test(text));
}

/**
 * Divides the text of a page, from the top downwards, where gaps that run downwards through it begin and end: at a title
 * over columns, a paragraph between tables. Of gaps beside each other that with the most text at its sides goes first.
 */
export function bandsOf(fragments: readonly Fragment[]): Band[] {
  const rows = rowsOf(fragments);
  const whole: Gap = [leftOf(fragments), rightOf(fragments)];
  const body = bodySize(fragments);
  const narrowest = body * NARROWEST;
  const chosen: Channel[] = [];
  const channels = channelsOf(rows, whole, { narrowest, title: body * TITLE });
  for (const channel of channels.toSorted((a, b) => worth(b) - worth(a))) {
    if (chosen.every((one) => channel.to < one.from || channel.from > one.to)) {
      chosen.push(channel);
    }
  }
  const bands: Band[] = [];
  let next = 0;
  const add = (to: number): void => {
    const between = rows.slice(next, to);
    if (to > next) bands.push({ rows: between, fragments: between.flat(), gutters: [] });
    next = to;
  };
  for (const channel of chosen.toSorted((a, b) => a.from - b.from)) {
    const { from, to } = trimmed(channel, rows);
    add(from);
    bands.push(bandOf(rows.slice(from, to + 1), whole, narrowest));
    next = to + 1;
  }
  add(rows.length);
  return bands;
}

function worth({ before, after }: Channel): number {
  return Math.min(before, after) + (before + after) / 1000;
}

/** All gaps that run through some rows. */
function channelsOf(
  rows: readonly (readonly Fragment[])[],
  whole: Gap,
  { narrowest, title }: { narrowest: number; title: number },
): Channel[] {
  const found: Channel[] = [];
  let active: readonly Channel[] = [];
  const end = (channel: Channel, row: number): void => {
    if (channel.before >= LEAST && channel.after >= LEAST) {
      found.push({ ...channel, to: row - 1 });
    }
  };
  let lowest = -Infinity;
  for (const [index, row] of rows.entries()) {
    const top = row.reduce((least, one) => Math.min(least, topOf(one)), Infinity);
    const size = row.reduce((most, one) => Math.max(most, one.size), -Infinity);
    const isTitle = size > title && active.some((one) => isEndedBy(one, row, narrowest));
    if (isTitle || top - lowest > size * BREAK) {
      for (const channel of active) end(channel, index);
      active = [];
    }
    lowest = row.reduce((most, { baseline }) => Math.max(most, baseline), lowest);
    const next = new Channels();
    for (const channel of active) {
      const rest = without([channel.gap], row, narrowest);
      for (const gap of rest) next.keep({ ...channel, gap });
      if (rest.length === 0) end(channel, index);
    }
    for (const gap of without([whole], row, narrowest)) {
      next.keep({ gap, from: index, to: index, before: 0, after: 0 });
    }
    active = next.kept;
    const text = row.filter((one, column) => !isMark(one, column === 0));
    const first = text.reduce((least, { right }) => (right < least ? right : least), Infinity);
    const last = text.reduce((most, { left }) => (left > most ? left : most), -Infinity);
    for (const channel of active) {
      channel.before += first <= channel.gap[0] ? 1 : 0;
      channel.after += last >= channel.gap[1] ? 1 : 0;
    }
  }
  for (const channel of active) end(channel, rows.length);
  return found;
}

/** Whether a gap that had text on both sides does not go on through a row. */
function isEndedBy(
  { gap, before, after }: Channel,
  row: readonly Fragment[],
  narrowest: number,
): boolean {
  return before >= LEAST && after >= LEAST && without([gap], row, narrowest).length === 0;
}

/** Channels of different gaps: the oldest of those with the same gap is kept. */
class Channels {
  readonly kept: Channel[] = [];
  readonly #ends = new Map<number, Set<number>>();

  keep(channel: Channel): void {
    const [left, right] = channel.gap;
    const ends = this.#ends.get(left) ?? new Set();
    if (ends.has(right) || this.kept.length === MOST_CHANNELS) return;
    this.#ends.set(left, ends.add(right));
    this.kept.push(channel);
  }
}

/** A channel without the rows at its ends that have text on one side alone and stand apart from the rest. */
function trimmed(
  { gap, from, to }: Channel,
  rows: readonly (readonly Fragment[])[],
): { from: number; to: number } {
  const isOneSided = (row: number): boolean => {
    const [left, right] = [
      rows[row]?.some((one) => one.right <= gap[0]),
      rows[row]?.some((one) => one.left >= gap[1]),
    ];
    return left !== right;
  };
  const standsApart = (upper: number): boolean => {
    const [above = [], below = []] = [rows[upper], rows[upper + 1]];
    const distance =
      Math.min(...below.map(topOf)) - Math.max(...above.map(({ baseline }) => baseline));
    return (
      distance >
      Math.min(...[...above, ...below].map(({ size }) => size)) * (ONE_SIDED_BREAK - 0.75)
    );
  };
  let [first, last] = [from, to];
  for (let row = from; row < to && isOneSided(row); row += 1) {
    if (standsApart(row)) first = row + 1;
  }
  for (let row = to; row > first && isOneSided(row); row -= 1) {
    if (standsApart(row - 1)) last = row - 1;
  }
  return { from: first, to: last };
}

function bandOf(rows: readonly (readonly Fragment[])[], whole: Gap, narrowest: number): Band {
  const fragments = rows.flat();
  const gutters = without([whole], fragments, narrowest).filter(
    ([left, right]) =>
      fragments.some((one) => one.right <= left) && fragments.some((one) => one.left >= right),
  );
  return { rows, fragments, gutters: gutters.toSorted(([one], [other]) => one - other) };
}

/** What pieces of text leave of gaps. */
function without(
  gaps: readonly Gap[],
  fragments: readonly Fragment[],
  narrowest: number,
): readonly Gap[] {
  let left = gaps;
  for (const fragment of fragments) {
    if (left.every(([start, end]) => fragment.left >= end || fragment.right <= start)) continue;
    left = left.flatMap((gap): readonly Gap[] => {
      if (fragment.left >= gap[1] || fragment.right <= gap[0]) return [gap];
      const before: Gap = [gap[0], fragment.left];
      const after: Gap = [fragment.right, gap[1]];
      return [before, after].filter(([start, end]) => end - start >= narrowest);
    });
  }
  return left;
}

function leftOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((least, { left }) => Math.min(least, left), Infinity);
}

function rightOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((most, { right }) => Math.max(most, right), -Infinity);
}
