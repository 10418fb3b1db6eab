import type { TagMatrix } from '#contract/passage-query.ts';
import type { TagNode } from './tag-tree.ts';

/** A line of the matrix, a row or a column, in the order in which it is shown. */
export interface MatrixLine {
  id: string;
  title: string;
  /** How far it is set in, for a tag beneath others. */
  depth: number;
  color: string | null;
}

export interface ShownMatrix {
  rows: MatrixLine[];
  columns: MatrixLine[];
  /** The count of a cell, 0 for none. */
  at: (row: number, column: number) => number;
  /** The largest count off the diagonal of a tag with itself. */
  largest: number;
}

/**
 * The matrix as it is shown: tags in the order of the codebook, other columns in the order given.
 *
 * @param withEmpty also lines in which nothing is counted
 */
export function shownMatrix(
  { rows, columns, cells }: TagMatrix,
  all: readonly TagNode[],
  byTag: boolean,
  withEmpty: boolean,
): ShownMatrix {
  // One flat table: a matrix of thousands of entities is looked up cell by cell as it is scrolled.
  const counts = new Int32Array(rows.length * columns.length);
  const usedRows = new Set<number>();
  const usedColumns = new Set<number>();
  let largest = 0;
  for (let next = 0; next < cells.length; next += 3) {
    const row = cells[next] ?? 0;
    const column = cells[next + 1] ?? 0;
    const count = cells[next + 2] ?? 0;
    counts[row * columns.length + column] = count;
    usedRows.add(row);
    usedColumns.add(column);
    if (!byTag || rows[row] !== columns[column]?.id) largest = Math.max(largest, count);
  }
  const rowOf = new Map(rows.map((id, at) => [id, at]));
  const columnOf = new Map(columns.map(({ id }, at) => [id, at]));
  const tagLines = (places: ReadonlyMap<string, number>, used: ReadonlySet<number>): Placed[] =>
    all.flatMap(({ tag, depth }) => {
      const place = places.get(tag.id);
      if (place === undefined || !(withEmpty || used.has(place))) return [];
      return [{ place, line: { id: tag.id, title: tag.name, depth, color: tag.color } }];
    });
  const shownRows = tagLines(rowOf, usedRows);
  const shownColumns = byTag
    ? tagLines(columnOf, usedColumns)
    : columns.flatMap(({ id, title }, place) =>
        withEmpty || usedColumns.has(place)
          ? [{ place, line: { id, title, depth: 0, color: null } }]
          : [],
      );
  return {
    rows: shownRows.map(({ line }) => line),
    columns: shownColumns.map(({ line }) => line),
    at: (row, column) => {
      const from = shownRows[row];
      const to = shownColumns[column];
      if (from === undefined || to === undefined) return 0;
      return counts[from.place * columns.length + to.place] ?? 0;
    },
    largest,
  };
}

/** A line with its place in what the engine gave. */
interface Placed {
  place: number;
  line: MatrixLine;
}

/**
 * The matrix as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe, so that what
 * a document or a colleague named something is never computed (OWASP, CSV Injection). The mark at its beginning tells
 * spreadsheets that it is UTF-8.
 */
export function matrixCsv({ rows, columns, at }: ShownMatrix, corner: string): string {
  const lines = [
    [corner, ...columns.map(({ title }) => title)],
    ...rows.map(({ title }, row) => [title, ...columns.map((_, column) => at(row, column))]),
  ];
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
