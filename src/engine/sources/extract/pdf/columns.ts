import { bandsOf, type Band } from './bands.ts';
import type { Fragment } from './fragment.ts';
import { lineOf, linesOf, rowsOf, type Line } from './lines.ts';

/** A part of a page: lines to be read one after the other, or the rows of a table, cell by cell. */
export type Region =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Line[])[])[] };

/** More pieces on one page are no page of text: a drawing, or an attack. They are read line by line. */
const MOST_FRAGMENTS = 6000;

/** Columns within columns. */
const DEPTH = 4;

/** What a list has before its entries: they are read with them. */
const MARKER = /^(?:[[(]?(?:\d{1,4}|[a-z]|[ivxlc]{1,6})[\]).]{0,2}|[•·▪◦‣●○■□–—*o-])$/iu;

/** A column of prose: lines of so many characters on average, of which so many fill their column by more than a half. */
const PROSE = { characters: 15, filled: 0.5, lines: 3 };

/** Of the rows of one column, how many stand on a line with one of the others, where it is a table. */
const ALIGNED = 0.75;

interface Strip {
  readonly fragments: readonly Fragment[];
  readonly rows: readonly (readonly Fragment[])[];
}

/**
 * The parts of a page in reading order: columns one after the other, titles over them first, tables row by row. Told by
 * the gaps between pieces of text, by how they fill their columns, and by the order in which they are drawn.
 */
export function arrange(fragments: readonly Fragment[]): Region[] {
  const regions =
    fragments.length > MOST_FRAGMENTS
      ? [{ kind: 'lines' as const, lines: linesOf(rowsOf(fragments)) }]
      : arrangeWithin(fragments, 0);
  const joined: Region[] = [];
  for (const region of regions) {
    const last = joined.at(-1);
    if (last?.kind === 'lines' && region.kind === 'lines') {
      joined[joined.length - 1] = { kind: 'lines', lines: [...last.lines, ...region.lines] };
    } else {
      joined.push(region);
    }
  }
  return joined;
}

function arrangeWithin(fragments: readonly Fragment[], depth: number): Region[] {
  return bandsOf(fragments).flatMap((band) => arrangeBand(band, depth));
}

function arrangeBand(band: Band, depth: number): Region[] {
  const strips = depth < DEPTH ? stripsOf(band) : [];
  if (strips.length > 1) {
    const drawn = drawnCells(strips);
    if (areColumns(strips, drawn)) {
      return inOrder(strips).flatMap((strip) => arrangeWithin(strip.fragments, depth + 1));
    }
    const rows = rowsOfCells(strips, drawn) ?? rowsOfLines(strips);
    if (rows !== undefined) {
      return [{ kind: 'table', rows }];
    }
  }
  return [{ kind: 'lines', lines: linesOf(rowsOf(band.fragments)) }];
}

/** The text between the gutters of a band; marks of a list go with the text at their right. */
function stripsOf({ fragments, gutters }: Band): Strip[] {
  const strips: Strip[] = [];
  let rest = fragments;
  let marks: readonly Fragment[] = [];
  for (const edge of [...gutters.map(([, right]) => right), Infinity]) {
    const within = rest.filter(({ left }) => left < edge);
    rest = rest.filter(({ left }) => left >= edge);
    const isMarks = within.every(({ runs }) => MARKER.test(runs.map(({ text }) => text).join('')));
    if (isMarks && edge !== Infinity) {
      marks = [...marks, ...within];
    } else if (within.length > 0) {
      const all = [...marks, ...within];
      strips.push({ fragments: all, rows: rowsOf(all) });
      marks = [];
    }
  }
  return strips;
}

/** A run of pieces of one strip that are drawn one after the other, each below the one before. */
interface Cell {
  readonly strip: number;
  readonly fragments: Fragment[];
}

function drawnCells(strips: readonly Strip[]): Cell[] {
  const drawn = strips
    .flatMap(({ fragments }, strip) => fragments.map((fragment) => ({ fragment, strip })))
    .toSorted((a, b) => a.fragment.order - b.fragment.order);
  const cells: Cell[] = [];
  for (const { fragment, strip } of drawn) {
    const cell = cells.at(-1);
    const above = cell?.fragments.at(-1);
    const goesOn =
      cell?.strip === strip &&
      above !== undefined &&
      fragment.baseline > above.baseline - above.size * 0.5 &&
      fragment.baseline - above.baseline < Math.max(above.size, fragment.size) * 1.8;
    if (goesOn) cell.fragments.push(fragment);
    else cells.push({ strip, fragments: [fragment] });
  }
  return cells;
}

function areColumns(strips: readonly Strip[], drawn: readonly Cell[]): boolean {
  const switches = drawn.filter(
    (cell, index) => index > 0 && cell.strip !== drawn[index - 1]?.strip,
  );
  const rows = strips.reduce((sum, strip) => sum + strip.rows.length, 0);
  const oneByOne = switches.length <= strips.length - 1 + Math.floor(rows / 20);
  if (strips.every((strip) => isProse(strip, oneByOne ? 1 : PROSE.lines))) {
    return oneByOne || rows / (switches.length + 1) < 1.5;
  }
  return oneByOne && strips.every((strip) => strip.rows.length > 1) && !isAligned(strips);
}

function isProse({ rows, fragments }: Strip, lines: number): boolean {
  const left = Math.min(...fragments.map((one) => one.left));
  const right = Math.max(...fragments.map((one) => one.right));
  const characters = fragments.reduce((sum, { length }) => sum + length, 0) / rows.length;
  const filled = rows.filter((row) => {
    const last = Math.max(...row.map((one) => one.right));
    return last - Math.min(...row.map((one) => one.left)) > (right - left) * 0.6;
  }).length;
  return (
    rows.length >= lines && characters >= PROSE.characters && filled / rows.length >= PROSE.filled
  );
}

/** Whether the lines of the strip with the fewest stand beside lines of the others. */
function isAligned(strips: readonly Strip[]): boolean {
  const [fewest, ...others] = strips.toSorted((a, b) => a.rows.length - b.rows.length);
  const baselines = others.flatMap(({ rows }) => rows.map((row) => row[0]?.baseline ?? 0));
  const beside = (fewest?.rows ?? []).filter(([first]) =>
    baselines.some((one) => Math.abs(one - (first?.baseline ?? 0)) < (first?.size ?? 0) * 0.2),
  );
  return beside.length >= (fewest?.rows.length ?? 0) * ALIGNED;
}

/** Columns of text written from right to left are read from right to left. */
function inOrder(strips: readonly Strip[]): readonly Strip[] {
  const rtl = strips.flatMap(({ fragments }) => fragments).filter((one) => one.rtl).length;
  const all = strips.reduce((sum, { fragments }) => sum + fragments.length, 0);
  return rtl * 2 > all ? strips.toReversed() : strips;
}

type Rows = readonly (readonly (readonly Line[])[])[];

/**
 * The rows of a table whose cells hold several lines: most programs draw them cell by cell. Undefined where the cells of a
 * row do not begin at one height, or where none has more than a line.
 */
function rowsOfCells(strips: readonly Strip[], drawn: readonly Cell[]): Rows | undefined {
  const lines = strips.reduce((sum, strip) => sum + strip.rows.length, 0);
  if (lines < drawn.length * 1.3 || drawn.length < 4) {
    return undefined;
  }
  const rows: Cell[][] = [];
  let bottom = -Infinity;
  for (const cell of drawn) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    const top = cell.fragments[0]?.baseline ?? 0;
    const size = cell.fragments[0]?.size ?? 0;
    const rowTop = row?.[0]?.fragments[0]?.baseline ?? -Infinity;
    if (before !== undefined && cell.strip > before.strip && Math.abs(top - rowTop) < size * 0.3) {
      row?.push(cell);
    } else if (top > bottom) {
      rows.push([cell]);
    } else {
      return undefined;
    }
    bottom = Math.max(bottom, ...cell.fragments.map(({ baseline }) => baseline));
  }
  return rows.filter((row) => row.length > 1).length < 2
    ? undefined
    : rows.map((row) => row.map(({ fragments }) => linesOf(rowsOf(fragments))));
}

/** The rows of a table, a line each. Undefined where too few lines have more than one cell. */
function rowsOfLines(strips: readonly Strip[]): Rows | undefined {
  const stripOf = new Map(
    strips.flatMap((strip, index) => strip.fragments.map((one) => [one, index] as const)),
  );
  const rows = rowsOf(strips.flatMap(({ fragments }) => fragments)).map((row) =>
    [...Map.groupBy(row, (one) => stripOf.get(one))].map(([, cell]) => [lineOf(cell)]),
  );
  const several = rows.filter((row) => row.length > 1).length;
  return rows.length < 3 || several < 2 || several * 3 < rows.length ? undefined : rows;
}
