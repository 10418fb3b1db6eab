import { bandsOf, isMark, type Band } from './bands.ts';
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

/**
 * A column of prose: lines of so many characters on average, of which so many fill most of their column. Where columns are
 * not drawn one after the other, they must be as many lines, and of letters rather than numbers, to be no table.
 */
const PROSE = { characters: 15, filled: 0.5 };
const WOVEN = { characters: 20, lines: 6, letters: 0.7 };

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
    const columns = columnsOf(strips);
    if (columns.length > 1) {
      return inOrder(columns).flatMap((column) => arrangeWithin(column.fragments, depth + 1));
    }
    const rows = rowsOfCells(strips) ?? rowsOfLines(strips);
    if (rows !== undefined) {
      return [{ kind: 'table', rows }];
    }
  }
  return [{ kind: 'lines', lines: linesOf(band.rows) }];
}

/** Puts strips together that are cells of one table, so that columns are left, each of which may hold a table. */
function columnsOf(strips: readonly Strip[]): Strip[] {
  const columns: Strip[] = [];
  let first = 0;
  for (let next = 1; next <= strips.length; next += 1) {
    const [left, right] = [stripOf(strips.slice(first, next)), stripOf(strips.slice(next))];
    if (next === strips.length || areColumns(left, right)) {
      columns.push(left);
      first = next;
    }
  }
  return columns;
}

function stripOf(strips: readonly Strip[]): Strip {
  const [only, ...others] = strips;
  if (only !== undefined && others.length === 0) {
    return only;
  }
  const fragments = strips.flatMap((one) => one.fragments);
  return { fragments, rows: rowsOf(fragments) };
}

/** The text between the gutters of a band; marks of a list go with the text at their right. */
function stripsOf({ fragments, gutters }: Band): Strip[] {
  const strips: Strip[] = [];
  let rest = fragments;
  let marks: readonly Fragment[] = [];
  for (const edge of [...gutters.map(([, right]) => right), Infinity]) {
    const within = rest.filter(({ left }) => left < edge);
    rest = rest.filter(({ left }) => left >= edge);
    const isMarks = within.every((one) => isMark(one, strips.length === 0));
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

function areColumns(left: Strip, right: Strip): boolean {
  const drawn = drawnCells([left, right]);
  const switches = drawn.filter(
    (cell, index) => index > 0 && cell.strip !== drawn[index - 1]?.strip,
  ).length;
  const rows = left.rows.length + right.rows.length;
  const oneByOne = switches <= 1 + Math.floor(rows / 20);
  if (isProse(left) && isProse(right)) {
    return oneByOne || (rows / (switches + 1) < 1.5 && isText(left) && isText(right));
  }
  return oneByOne && left.rows.length > 1 && right.rows.length > 1 && !areAligned(left, right);
}

function isProse(strip: Strip): boolean {
  const { rows, fragments } = strip;
  const width = widthOf(fragments);
  const filled = rows.filter((row) => widthOf(row) > width * 0.6).length;
  return averageLength(strip) >= PROSE.characters && filled / rows.length >= PROSE.filled;
}

function isText(strip: Strip): boolean {
  const { rows, fragments } = strip;
  const text = fragments.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
  const letters = text.match(/[\p{L}\s]/gu)?.length ?? 0;
  return (
    rows.length >= WOVEN.lines &&
    averageLength(strip) >= WOVEN.characters &&
    letters >= text.length * WOVEN.letters
  );
}

function averageLength({ rows, fragments }: Strip): number {
  return fragments.reduce((sum, { length }) => sum + length, 0) / rows.length;
}

function widthOf(fragments: readonly Fragment[]): number {
  const left = fragments.reduce((least, one) => Math.min(least, one.left), Infinity);
  return fragments.reduce((most, one) => Math.max(most, one.right), -Infinity) - left;
}

/** Whether the lines of the strip that has fewer of them stand beside lines of the other. */
function areAligned(left: Strip, right: Strip): boolean {
  const [fewer, more] = left.rows.length < right.rows.length ? [left, right] : [right, left];
  const baselines = more.rows.flatMap((row) => row.map(({ baseline }) => baseline));
  const beside = fewer.rows.filter((row) =>
    row.some(({ baseline, size }) =>
      baselines.some((one) => Math.abs(one - baseline) < size * 0.2),
    ),
  );
  return beside.length >= fewer.rows.length * ALIGNED;
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
function rowsOfCells(strips: readonly Strip[]): Rows | undefined {
  const drawn = drawnCells(strips);
  const lines = strips.reduce((sum, strip) => sum + strip.rows.length, 0);
  if (lines <= drawn.length || drawn.length < 4) {
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
  return several < 3 || several * 3 < rows.length ? undefined : rows;
}
